package org.hotline400.server.vault.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.vault.BlobName;
import org.hotline400.server.vault.BlobStore;
import org.hotline400.server.vault.SealedFiles;
import org.hotline400.server.vault.cipher.AesGcm;
import org.hotline400.server.vault.cipher.ChunkCipher;
import org.hotline400.server.vault.cipher.WrappedKey;
import org.springframework.stereotype.Component;

/// Seals files on their way into the [BlobStore] and opens them on their way out, a chunk at a time.
@Component
class SealedFolder implements SealedFiles {
    private final Keys keys;
    private final BlobStore blobs;

    SealedFolder(Keys keys, BlobStore blobs) {
        this.keys = keys;
        this.blobs = blobs;
    }

    @Override
    public void put(TenantId tenant, BlobName name, InputStream content) throws IOException {
        blobs.put(name, sealed(tenant, name, content));
    }

    /// The content, sealed under the tenant's newest key and a fresh one of its own.
    InputStream sealed(TenantId tenant, BlobName name, InputStream content) {
        DataKey wrapper = keys.forSealing(tenant);
        byte[] key = AesGcm.random(AesGcm.KEY_BYTES);
        byte[] nonce = AesGcm.random(AesGcm.NONCE_BYTES);
        byte[] clear = SealedHead.clear(tenant, wrapper.id());
        var wrapped = new WrappedKey(
                wrapper.id(), nonce, AesGcm.seal(wrapper.secret(), nonce, SealedHead.context(clear, name), key));
        byte[] head = SealedHead.with(clear, wrapped);
        return new SealingStream(content, head, new ChunkCipher(AesGcm.key(key), head));
    }

    @Override
    public InputStream open(TenantId tenant, BlobName name) throws IOException {
        SeekableByteChannel channel = blobs.open(name);
        InputStream stream = Channels.newInputStream(channel);
        try {
            byte[] head = stream.readNBytes(SealedHead.BYTES);
            SecretKey key = unwrap(tenant, name, head);
            return new OpeningStream(stream, name, new ChunkCipher(key, head));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private SecretKey unwrap(TenantId tenant, BlobName name, byte[] head) throws IOException {
        SealedHead parsed = SealedHead.parse(head, name);
        if (!parsed.tenant().equals(tenant)) {
            throw new DamagedFileException(name, "it is another tenant's");
        }
        DataKey wrapper = keys.find(tenant, parsed.key().wrapper())
                .orElseThrow(() -> new DamagedFileException(name, noKey(tenant, parsed)));
        try {
            return AesGcm.key(AesGcm.open(
                    wrapper.secret(),
                    parsed.key().nonce(),
                    SealedHead.context(parsed.clear(), name),
                    parsed.key().sealed()));
        } catch (GeneralSecurityException e) {
            throw new DamagedFileException(name, "its head was changed, or it was stored under another name");
        }
    }

    private static String noKey(TenantId tenant, SealedHead head) {
        return "the tenant " + tenant + " has no key " + head.key().wrapper();
    }

    /// The key that a stored file is under.
    UUID wrapperOf(BlobName name) throws IOException {
        return head(name).key().wrapper();
    }

    /// Whose a stored file is.
    TenantId tenantOf(BlobName name) throws IOException {
        return head(name).tenant();
    }

    private SealedHead head(BlobName name) throws IOException {
        try (SeekableByteChannel channel = blobs.open(name)) {
            return SealedHead.parse(Channels.newInputStream(channel).readNBytes(SealedHead.BYTES), name);
        }
    }

    @Override
    public boolean shred(BlobName name) throws IOException {
        return blobs.shred(name, SealedHead.BYTES);
    }
}
