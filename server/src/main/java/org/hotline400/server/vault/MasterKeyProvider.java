package org.hotline400.server.vault;

/// Brings master keys that a key management service keeps. Found by `ServiceLoader`, so that commands find it
/// as the
/// server does; chosen when `HOTLINE_MASTER_KEY` begins with its scheme and a colon, such as `acme-kms:key/42`.
public interface MasterKeyProvider {

    /// Lower-case letters, digits and hyphens.
    String scheme();

    /// The key at this address; the service may be asked later.
    ///
    /// @param address all of `HOTLINE_MASTER_KEY`, with the scheme
    /// @throws IllegalArgumentException when the address is malformed, saying how it should be
    MasterKeySource open(String address);
}
