package org.hotline400.server.vault;

import java.util.UUID;

/// Signs what the platform must be able to prove later, such as a deletion: HMAC-SHA-256 (RFC 2104) under a key
/// of
/// the platform that is under the master key.
public interface Signatures {

    /// Signs the text's UTF-8 under the newest key.
    Signature sign(String text);

    /// Whether this signature is of this text; false also when its key is not here.
    boolean isValid(Signature signature, String text);

    /// @param key the id of the key it was made with
    /// @param bytes 32
    // An array, because it goes into a database column as it is.
    @SuppressWarnings("ArrayRecordComponent")
    record Signature(UUID key, byte[] bytes) {}
}
