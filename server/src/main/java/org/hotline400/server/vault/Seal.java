package org.hotline400.server.vault;

/// Keeps small secrets, such as a trunk's password, unreadable in the database: sealed under the master key.
public interface Seal {

    /// Seals a text; twice the same text gives different bytes.
    byte[] close(String clear);

    /// Opens what [#close] made.
    ///
    /// @throws IllegalStateException when it was sealed under another master key, or changed since
    String open(byte[] sealed);
}
