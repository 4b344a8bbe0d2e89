package org.hotline400.server.vault.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.stream.Stream;
import org.hotline400.server.vault.Signatures;
import org.springframework.stereotype.Component;

/// Signs under the newest key for certificates; believes the older ones, and those of releases before the
/// vault.
@Component
class KeyedSignatures implements Signatures {
    private final KeysAtHand keys;

    KeyedSignatures(KeysAtHand keys) {
        this.keys = keys;
    }

    @Override
    public Signature sign(String text) {
        DataKey key = keys.newest(Purpose.CERTIFICATES);
        return new Signature(key.id(), Hmac.of(key, bytes(text)));
    }

    @Override
    public boolean isValid(Signature signature, String text) {
        return Stream.of(Purpose.CERTIFICATES, Purpose.FORMER_SIGNING)
                .flatMap(purpose -> keys.platform(purpose).stream())
                .filter(key -> key.id().equals(signature.key()))
                .anyMatch(key -> MessageDigest.isEqual(signature.bytes(), Hmac.of(key, bytes(text))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
