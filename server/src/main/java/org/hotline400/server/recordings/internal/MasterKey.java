package org.hotline400.server.recordings.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// The key above all others: it wraps the keys of tenants and signs deletion certificates. From the environment
/// (`HOTLINE_MASTER_KEY`, 32 bytes in Base64) or the file `keys/master.key`, made at the first start. Whoever loses it
/// has lost every recording.
///
/// Never used itself: each purpose has its own key, derived by HKDF (RFC 5869).
final class MasterKey {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final SecretKey wrapping;
    private final SecretKey signing;
    private final UUID id;

    MasterKey(byte[] secret) {
        AesGcm.key(secret);
        wrapping = new SecretKeySpec(derive(secret, "wrap keys"), "AES");
        signing = new SecretKeySpec(derive(secret, "sign certificates"), "HmacSHA256");
        ByteBuffer name = ByteBuffer.wrap(derive(secret, "name"));
        id = new UUID(name.getLong(), name.getLong());
    }

    /// @param environment the value of `HOTLINE_MASTER_KEY`, null when it is not set
    /// @throws IllegalArgumentException when the key is malformed or its file can be read by others
    static MasterKey load(@Nullable String environment, Path folder) throws IOException {
        if (environment != null) {
            return parse(environment, "the environment variable HOTLINE_MASTER_KEY");
        }
        Path file = folder.resolve("master.key");
        if (Files.notExists(file)) {
            create(file);
        }
        if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IllegalArgumentException(file + " can be read by others; run: chmod 600 " + file);
        }
        return parse(Files.readString(file), file.toString());
    }

    private static MasterKey parse(String text, String where) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            secret = new byte[0];
        }
        if (secret.length != AesGcm.KEY_BYTES) {
            throw new IllegalArgumentException(
                    where + " is no master key: it must be 32 bytes in Base64 (openssl rand -base64 32)");
        }
        return new MasterKey(secret);
    }

    private static void create(Path file) throws IOException {
        Path fresh = Files.createTempFile(
                file.getParent(), "master", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        byte[] text = Base64.getEncoder().encode(AesGcm.random(AesGcm.KEY_BYTES));
        Files.write(fresh, text, StandardOpenOption.SYNC);
        // Unlike a move, a link never replaces a key that another process has just made.
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException otherWasFirst) {
            return;
        } finally {
            Files.delete(fresh);
        }
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
    UUID id() {
        return id;
    }

    SecretKey wrapping() {
        return wrapping;
    }

    byte[] sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(signing);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HMAC", e);
        }
    }
}
