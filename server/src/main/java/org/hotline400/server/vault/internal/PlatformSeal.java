package org.hotline400.server.vault.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.vault.Seal;
import org.hotline400.server.vault.cipher.AesGcm;
import org.springframework.stereotype.Component;

/// Sealed: `HLS1`, the id of the platform's key, a random nonce, AES-GCM. Releases before the vault had no head
/// and sealed under the master key; that is still opened.
@Component
class PlatformSeal implements Seal {
    private static final byte[] MAGIC = "HLS1".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = MAGIC.length + 16;
    private static final byte[] FORMER_CONTEXT = "hotline400 secret".getBytes(StandardCharsets.UTF_8);

    private final KeysAtHand keys;

    PlatformSeal(KeysAtHand keys) {
        this.keys = keys;
    }

    @Override
    public byte[] close(String clear) {
        DataKey key = keys.newest(Purpose.SECRETS);
        byte[] head = head(key.id());
        byte[] sealed = AesGcm.sealWithNonce(key.secret(), head, clear.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(head.length + sealed.length)
                .put(head)
                .put(sealed)
                .array();
    }

    private static byte[] head(UUID key) {
        return ByteBuffer.allocate(HEAD)
                .put(MAGIC)
                .putLong(key.getMostSignificantBits())
                .putLong(key.getLeastSignificantBits())
                .array();
    }

    /// Whether it was sealed under the newest key.
    boolean isNewest(byte[] sealed) {
        return Arrays.equals(
                Arrays.copyOf(sealed, HEAD), head(keys.newest(Purpose.SECRETS).id()));
    }

    @Override
    public String open(byte[] sealed) {
        return keys.platform(Purpose.SECRETS).stream()
                .filter(key -> Arrays.equals(Arrays.copyOf(sealed, HEAD), head(key.id())))
                .findAny()
                .flatMap(key -> open(key, head(key.id()), Arrays.copyOfRange(sealed, HEAD, sealed.length)))
                .or(() -> openFormer(sealed))
                .orElseThrow(() ->
                        new IllegalStateException("a secret was sealed under a key that is not here, or is damaged"));
    }

    private Optional<String> openFormer(byte[] sealed) {
        return keys.platform(Purpose.FORMER_SEALING).stream()
                .flatMap(key -> open(key, FORMER_CONTEXT, sealed).stream())
                .findAny();
    }

    private static Optional<String> open(DataKey key, byte[] context, byte[] sealed) {
        try {
            return Optional.of(new String(AesGcm.openWithNonce(key.secret(), context, sealed), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
