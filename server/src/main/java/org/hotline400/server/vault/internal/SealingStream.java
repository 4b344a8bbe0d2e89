package org.hotline400.server.vault.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.hotline400.server.vault.cipher.ChunkCipher;

/// What is read here is the sealed form of what is read there: the head, then chunks of [SealedHead#CHUNK]
/// clear bytes
/// and a tag each. The last chunk is shorter than a whole one, if need be empty, and its place says that it is
/// the
/// last.
final class SealingStream extends InputStream {
    private final InputStream content;
    private final ChunkCipher cipher;
    private ByteBuffer ready;
    private int index;
    private boolean ended;

    SealingStream(InputStream content, byte[] head, ChunkCipher cipher) {
        this.content = content;
        this.cipher = cipher;
        this.ready = ByteBuffer.wrap(head);
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
        if (!ready.hasRemaining()) {
            if (ended) {
                return -1;
            }
            sealNext();
        }
        int count = Math.min(length, ready.remaining());
        ready.get(into, offset, count);
        return count;
    }

    private void sealNext() throws IOException {
        byte[] clear = content.readNBytes(SealedHead.CHUNK);
        ended = clear.length < SealedHead.CHUNK;
        ChunkCipher.Place place = ended ? ChunkCipher.Place.END : ChunkCipher.Place.MIDDLE;
        ready = cipher.seal(index++, place, clear, clear.length);
    }
}
