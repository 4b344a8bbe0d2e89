package org.hotline400.server.vault;

/// Keeps small secrets of the platform, such as a trunk's password, unreadable in the database. A migration that makes
/// a column for them adds it to `vault.sealed_columns`, so that they are sealed anew after a rotation.
public interface Seal {

    /// Seals a text; twice the same text gives different bytes.
    byte[] close(String clear);

    /// Opens what [#close] made.
    ///
    /// @throws IllegalStateException when it was sealed under a key that is not here, or changed since
    String open(byte[] sealed);
}
