package org.hotline400.server.vault.internal;

import java.io.IOException;
import java.io.InputStream;
import org.hotline400.server.vault.BlobName;
import org.hotline400.server.vault.cipher.AesGcm;
import org.hotline400.server.vault.cipher.ChunkCipher;

/// What is read here is the clear form of the sealed chunks read there; of none before its tag was right. That
/// the
/// file ends too early is noticed when its end is read.
final class OpeningStream extends InputStream {
    private static final int SEALED_CHUNK = SealedHead.CHUNK + AesGcm.TAG_BYTES;

    private final InputStream sealed;
    private final BlobName name;
    private final ChunkCipher cipher;
    private byte[] ready = new byte[0];
    private int taken;
    private int index;
    private boolean ended;

    OpeningStream(InputStream sealed, BlobName name, ChunkCipher cipher) {
        this.sealed = sealed;
        this.name = name;
        this.cipher = cipher;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (taken == ready.length && !ended) {
            openNext();
        }
        int count = Math.min(length, ready.length - taken);
        System.arraycopy(ready, taken, into, offset, count);
        taken += count;
        return count == 0 ? -1 : count;
    }

    private void openNext() throws IOException {
        byte[] chunk = sealed.readNBytes(SEALED_CHUNK);
        boolean last = chunk.length < SEALED_CHUNK;
        ready = cipher.open(index, last ? ChunkCipher.Place.END : ChunkCipher.Place.MIDDLE, chunk)
                .orElseThrow(() -> new DamagedFileException(name, "it was changed or cut in chunk " + index));
        taken = 0;
        index++;
        ended = last;
    }

    @Override
    public void close() throws IOException {
        sealed.close();
    }
}
