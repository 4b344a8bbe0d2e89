package org.hotline400.server.recordings.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.hotline400.server.vault.Seal;
import org.springframework.stereotype.Component;

/// Sealed: a random nonce, then AES-GCM under the wrapping key.
@Component
class MasterSeal implements Seal {
    private static final byte[] CONTEXT = "hotline400 secret".getBytes(StandardCharsets.UTF_8);

    private final MasterKey master;

    MasterSeal(MasterKey master) {
        this.master = master;
    }

    @Override
    public byte[] close(String clear) {
        byte[] nonce = AesGcm.random(AesGcm.NONCE_BYTES);
        byte[] sealed = AesGcm.seal(master.wrapping(), nonce, CONTEXT, clear.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    @Override
    public String open(byte[] sealed) {
        byte[] nonce = new byte[AesGcm.NONCE_BYTES];
        byte[] content = new byte[Math.max(0, sealed.length - nonce.length)];
        try {
            ByteBuffer.wrap(sealed).get(nonce).get(content);
            return new String(AesGcm.open(master.wrapping(), nonce, CONTEXT, content), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | java.nio.BufferUnderflowException e) {
            throw new IllegalStateException("a secret was sealed under another master key, or is damaged", e);
        }
    }
}
