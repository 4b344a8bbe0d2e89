package org.hotline400.server.vault.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.hotline400.server.vault.MasterKeyException;
import org.hotline400.server.vault.MasterKeySource;
import org.hotline400.server.vault.cipher.AesGcm;

/// The built-in master key: 32 bytes from the environment or a file. Never used itself: what it does is done
/// with
/// keys derived from it by HKDF (RFC 5869).
final class MasterKey implements MasterKeySource {
    private final SecretKey wrapping;
    private final SecretKey signing;
    private final UUID id;
    private final String place;

    MasterKey(byte[] secret, String place) {
        AesGcm.key(secret);
        this.place = place;
        wrapping = new SecretKeySpec(derive(secret, "wrap keys"), "AES");
        signing = new SecretKeySpec(derive(secret, "sign certificates"), "HmacSHA256");
        ByteBuffer name = ByteBuffer.wrap(derive(secret, "name"));
        id = new UUID(name.getLong(), name.getLong());
    }

    /// Reads what the environment or a file says.
    ///
    /// @throws IllegalArgumentException when it is malformed
    static MasterKey parse(String text, String place) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            secret = new byte[0];
        }
        if (secret.length != AesGcm.KEY_BYTES) {
            throw new IllegalArgumentException(
                    place + " is no master key: it must be 32 bytes in Base64 (openssl rand -base64 32)");
        }
        return new MasterKey(secret, place);
    }

    private static byte[] derive(byte[] secret, String purpose) {
        try {
            byte[] info = ("hotline400 " + purpose).getBytes(StandardCharsets.UTF_8);
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(info, AesGcm.KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HKDF", e);
        }
    }

    /// Tells this key from another; says nothing about it.
    UUID uuid() {
        return id;
    }

    @Override
    public String id() {
        return id.toString();
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public byte[] wrap(byte[] key, String context) {
        return AesGcm.sealWithNonce(wrapping, context.getBytes(StandardCharsets.UTF_8), key);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, String context) {
        try {
            return AesGcm.openWithNonce(wrapping, context.getBytes(StandardCharsets.UTF_8), wrapped);
        } catch (GeneralSecurityException e) {
            throw new MasterKeyException.Refused("the " + context + " is not what was wrapped by " + place, e);
        }
    }

    /// What releases before the vault sealed with directly.
    SecretKey formerSealing() {
        return wrapping;
    }

    /// What releases before the vault signed with directly.
    SecretKey formerSigning() {
        return signing;
    }

    @Override
    public String toString() {
        return "master key " + id + " of " + place;
    }
}
