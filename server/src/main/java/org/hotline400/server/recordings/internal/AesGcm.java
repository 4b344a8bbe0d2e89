package org.hotline400.server.recordings.internal;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256 in Galois/Counter Mode (NIST SP 800-38D) with a nonce of 96 and a tag of 128 bits, by the JDK.
final class AesGcm {
    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;
    static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private AesGcm() {}

    static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    static SecretKey key(byte[] bytes) {
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has 32 bytes; this one has " + bytes.length);
        }
        return new SecretKeySpec(bytes, "AES");
    }

    static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no AES-GCM", e);
        }
    }

    static byte[] seal(SecretKey key, byte[] nonce, byte[] context, byte[] clear) {
        try {
            return start(cipher(), Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(clear);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    /// @throws GeneralSecurityException when key, nonce, context or content are not those it was sealed with
    static byte[] open(SecretKey key, byte[] nonce, byte[] context, byte[] sealed) throws GeneralSecurityException {
        return start(cipher(), Cipher.DECRYPT_MODE, key, nonce, context).doFinal(sealed);
    }

    static Cipher start(Cipher cipher, int mode, SecretKey key, byte[] nonce, byte[] context)
            throws GeneralSecurityException {
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
        cipher.updateAAD(context);
        return cipher;
    }
}
