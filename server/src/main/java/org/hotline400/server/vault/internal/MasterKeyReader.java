package org.hotline400.server.vault.internal;

/// Reads the master keys as they are now: a rotation changes them while the platform runs.
@FunctionalInterface
interface MasterKeyReader {

    /// @throws java.io.UncheckedIOException when a file cannot be read
    /// @throws IllegalArgumentException when a key is malformed or its file can be read by others
    /// @throws org.hotline400.server.vault.MasterKeyException when there is none
    MasterKeys read();
}
