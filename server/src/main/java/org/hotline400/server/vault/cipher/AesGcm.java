package org.hotline400.server.vault.cipher;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256 in Galois/Counter Mode (NIST SP 800-38D) with a nonce of 96 and a tag of 128 bits, by the JDK.
public final class AesGcm {
    public static final int NONCE_BYTES = 12;
    public static final int TAG_BYTES = 16;
    public static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private AesGcm() {}

    public static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    /// @throws IllegalArgumentException when these are not 32 bytes
    public static SecretKey key(byte[] bytes) {
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

    public static byte[] seal(SecretKey key, byte[] nonce, byte[] context, byte[] clear) {
        try {
            return start(cipher(), Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(clear);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    /// @throws GeneralSecurityException when key, nonce, context or content are not those it was sealed with
    public static byte[] open(SecretKey key, byte[] nonce, byte[] context, byte[] sealed)
            throws GeneralSecurityException {
        return start(cipher(), Cipher.DECRYPT_MODE, key, nonce, context).doFinal(sealed);
    }

    /// Seals under a fresh nonce, which comes first in what is returned.
    public static byte[] sealWithNonce(SecretKey key, byte[] context, byte[] clear) {
        byte[] nonce = random(NONCE_BYTES);
        byte[] sealed = seal(key, nonce, context, clear);
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /// Opens what [#sealWithNonce] made.
    ///
    /// @throws GeneralSecurityException when key, context or bytes are not those of then
    public static byte[] openWithNonce(SecretKey key, byte[] context, byte[] sealed) throws GeneralSecurityException {
        if (sealed.length < NONCE_BYTES + TAG_BYTES) {
            throw new GeneralSecurityException("too short to be sealed: " + sealed.length + " bytes");
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        return open(key, nonce, context, Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
    }

    static Cipher start(Cipher cipher, int mode, SecretKey key, byte[] nonce, byte[] context)
            throws GeneralSecurityException {
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
        cipher.updateAAD(context);
        return cipher;
    }
}
