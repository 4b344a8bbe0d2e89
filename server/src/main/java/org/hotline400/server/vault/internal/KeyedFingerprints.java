package org.hotline400.server.vault.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.hotline400.server.vault.Fingerprints;
import org.springframework.stereotype.Component;

/// HMAC-SHA-256 of the purpose with its length before it, and the text.
@Component
class KeyedFingerprints implements Fingerprints {
    private final KeysAtHand keys;

    KeyedFingerprints(KeysAtHand keys) {
        this.keys = keys;
    }

    @Override
    public byte[] of(String purpose, String text) {
        byte[] name = purpose.getBytes(StandardCharsets.UTF_8);
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return Hmac.of(
                keys.newest(Purpose.FINGERPRINTS),
                ByteBuffer.allocate(4 + name.length + content.length)
                        .putInt(name.length)
                        .put(name)
                        .put(content)
                        .array());
    }
}
