package org.hotline400.server.vault.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.vault.BlobName;
import org.hotline400.server.vault.cipher.AesGcm;
import org.hotline400.server.vault.cipher.WrappedKey;

/// The beginning of a sealed file. Fixed length, big-endian; chunks follow ([SealingStream]):
///
/// | Bytes | What |
/// |---|---|
/// | 8 | `HOTLSEA` and the version, 1 |
/// | 16 | tenant |
/// | 4 | clear bytes in a whole chunk |
/// | 16 | the tenant's key that wraps |
/// | 12 | nonce |
/// | 48 | the file's key, sealed; bound to all before the nonce, and to the file's name |
// Arrays, because they go into ciphers as they are.
@SuppressWarnings("ArrayRecordComponent")
record SealedHead(TenantId tenant, byte[] clear, WrappedKey key) {
    static final int CHUNK = 64 * 1_024;
    static final int BYTES = 104;
    private static final int CLEAR_BYTES = BYTES - AesGcm.NONCE_BYTES - WrappedKey.SEALED_BYTES;
    private static final byte[] MAGIC = "HOTLSEA\1".getBytes(StandardCharsets.ISO_8859_1);

    static byte[] clear(TenantId tenant, UUID wrapper) {
        return ByteBuffer.allocate(CLEAR_BYTES)
                .put(MAGIC)
                .putLong(tenant.value().getMostSignificantBits())
                .putLong(tenant.value().getLeastSignificantBits())
                .putInt(CHUNK)
                .putLong(wrapper.getMostSignificantBits())
                .putLong(wrapper.getLeastSignificantBits())
                .array();
    }

    /// What the file's key is bound to.
    static byte[] context(byte[] clear, BlobName name) {
        byte[] text = name.value().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(clear.length + text.length)
                .put(clear)
                .put(text)
                .array();
    }

    static byte[] with(byte[] clear, WrappedKey key) {
        return ByteBuffer.allocate(BYTES)
                .put(clear)
                .put(key.nonce())
                .put(key.sealed())
                .array();
    }

    static SealedHead parse(byte[] head, BlobName name) throws DamagedFileException {
        if (head.length < BYTES || !Arrays.equals(Arrays.copyOf(head, MAGIC.length), MAGIC)) {
            throw new DamagedFileException(name, "it does not start as a sealed file, version 1");
        }
        ByteBuffer in = ByteBuffer.wrap(head).position(MAGIC.length);
        TenantId tenant = new TenantId(new UUID(in.getLong(), in.getLong()));
        if (in.getInt() != CHUNK) {
            throw new DamagedFileException(name, "its chunks have another length than they should");
        }
        UUID wrapper = new UUID(in.getLong(), in.getLong());
        byte[] nonce = new byte[AesGcm.NONCE_BYTES];
        byte[] sealed = new byte[WrappedKey.SEALED_BYTES];
        in.get(nonce).get(sealed);
        return new SealedHead(tenant, Arrays.copyOf(head, CLEAR_BYTES), new WrappedKey(wrapper, nonce, sealed));
    }
}
