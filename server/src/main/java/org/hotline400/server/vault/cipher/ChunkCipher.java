package org.hotline400.server.vault.cipher;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/// Seals and opens the chunks of one file. Each chunk's nonce is its index and its place (in the middle, or
/// which
/// kind of end), so that none can be moved, dropped from the end or passed off as the end; the header is bound
/// to all
/// of them. The key belongs to this file alone, so no nonce comes twice. One thread at a time.
public final class ChunkCipher {
    private final SecretKey key;
    private final byte[] header;
    private final Cipher cipher = AesGcm.cipher();

    /// The place of a chunk in its file.
    public enum Place {
        MIDDLE(0),
        /// The file ended as it should.
        END(1),
        /// A write failed; what came after it is missing.
        FAILED_END(2),
        /// Put behind the last whole chunk after the process had died.
        RECOVERED_END(3);

        private final int code;

        Place(int code) {
            this.code = code;
        }
    }

    public ChunkCipher(SecretKey key, byte[] header) {
        this.key = key;
        this.header = header.clone();
    }

    private static byte[] nonce(int index, Place place) {
        return ByteBuffer.allocate(AesGcm.NONCE_BYTES)
                .putInt(0)
                .putInt(place.code)
                .putInt(index)
                .array();
    }

    /// The sealed form of the first `length` bytes.
    public ByteBuffer seal(int index, Place place, byte[] clear, int length) {
        try {
            AesGcm.start(cipher, Cipher.ENCRYPT_MODE, key, nonce(index, place), header);
            return ByteBuffer.wrap(cipher.doFinal(clear, 0, length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    /// The clear content of a chunk; empty when it is not what was sealed at this index and place.
    public Optional<byte[]> open(int index, Place place, byte[] sealed) {
        try {
            AesGcm.start(cipher, Cipher.DECRYPT_MODE, key, nonce(index, place), header);
            return Optional.of(cipher.doFinal(sealed));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
