package org.hotline400.server.vault.cipher;

import java.util.UUID;

/// A key sealed under another.
///
/// @param wrapper names the key it is sealed under
/// @param nonce 12 bytes
/// @param sealed 48 bytes: the key and its tag
// Arrays, because they go into ciphers as they are; nobody compares or keeps them.
@SuppressWarnings("ArrayRecordComponent")
public record WrappedKey(UUID wrapper, byte[] nonce, byte[] sealed) {
    public static final int SEALED_BYTES = AesGcm.KEY_BYTES + AesGcm.TAG_BYTES;
}
