package org.hotline400.server.vault.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.vault.TenantSeal;
import org.hotline400.server.vault.cipher.AesGcm;
import org.springframework.stereotype.Component;

/// Sealed, 45 bytes longer than clear:
///
/// | Bytes | What |
/// |---|---|
/// | 1 | version, 1 |
/// | 16 | the tenant's key |
/// | 12 | nonce |
/// | … | AES-GCM; bound to version, key, tenant and context |
@Component
class FieldSeal implements TenantSeal {
    private static final byte VERSION = 1;
    private static final int HEAD = 1 + 16;

    private final Keys keys;

    FieldSeal(Keys keys) {
        this.keys = keys;
    }

    @Override
    public byte[] close(TenantId tenant, byte[] clear, String context) {
        DataKey key = keys.forSealing(tenant);
        byte[] head = head(key.id());
        byte[] sealed = AesGcm.sealWithNonce(key.secret(), bound(head, tenant, context), clear);
        return ByteBuffer.allocate(head.length + sealed.length)
                .put(head)
                .put(sealed)
                .array();
    }

    @Override
    public byte[] open(TenantId tenant, byte[] sealed, String context) {
        if (sealed.length < HEAD || sealed[0] != VERSION) {
            throw new IllegalStateException("these bytes were not sealed for a tenant");
        }
        byte[] head = Arrays.copyOf(sealed, HEAD);
        DataKey key = key(tenant, head);
        try {
            return AesGcm.openWithNonce(
                    key.secret(), bound(head, tenant, context), Arrays.copyOfRange(sealed, HEAD, sealed.length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed for another place than " + context + ", or changed since", e);
        }
    }

    private DataKey key(TenantId tenant, byte[] head) {
        ByteBuffer in = ByteBuffer.wrap(head, 1, 16);
        UUID id = new UUID(in.getLong(), in.getLong());
        return keys.find(tenant, id)
                .orElseThrow(() -> new IllegalStateException("the tenant " + tenant + " has no key " + id));
    }

    private static byte[] head(UUID key) {
        return ByteBuffer.allocate(HEAD)
                .put(VERSION)
                .putLong(key.getMostSignificantBits())
                .putLong(key.getLeastSignificantBits())
                .array();
    }

    private static byte[] bound(byte[] head, TenantId tenant, String context) {
        byte[] place = ("tenant field " + tenant + " " + context).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(head.length + place.length)
                .put(head)
                .put(place)
                .array();
    }
}
