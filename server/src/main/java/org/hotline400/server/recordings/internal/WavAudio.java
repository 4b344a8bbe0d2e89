package org.hotline400.server.recordings.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.hotline400.media.Codec;
import org.hotline400.media.G711;

/// A recording as a WAV file (16-bit PCM, 8,000 Hz), made as it is read: any range of its bytes, at the cost of that
/// range. One thread at a time.
public final class WavAudio implements Closeable {
    private static final int HEADER = 44;
    private static final int RATE = 8_000;
    /// Samples decoded at a time: half a second of stereo.
    private static final int BLOCK = 8_000;

    private final RecordingFile file;
    private final Channel channel;
    /// Samples of one channel.
    private final long frames;

    WavAudio(RecordingFile file, Channel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.frames = file.audioBytes() / 2;
    }

    /// Bytes of the whole WAV file.
    public long size() {
        return HEADER + frames * 2 * channel.channels();
    }

    /// Writes `length` bytes of the WAV file, from byte `from` on; both within its size.
    public void writeTo(OutputStream out, long from, long length) throws IOException {
        long end = from + length;
        if (from < HEADER) {
            out.write(header(), (int) from, (int) (Math.min(end, HEADER) - from));
        }
        long position = Math.max(from, HEADER) - HEADER;
        long last = end - HEADER;
        while (position < last) {
            byte[] block = samples(position / 2);
            int offset = (int) (position % 2);
            int count = (int) Math.min(block.length - offset, last - position);
            out.write(block, offset, count);
            position += count;
        }
    }

    /// Some samples of the WAV's body, from the one at `first` on.
    private byte[] samples(long first) throws IOException {
        int stride = 2 / channel.channels();
        int side = channel == Channel.CALLEE ? 1 : 0;
        ByteBuffer stereo = ByteBuffer.allocate(BLOCK);
        int read = 1;
        while (read > 0) {
            read = file.read(first * stride + stereo.position(), stereo);
        }
        int count = stereo.position() / stride;
        if (count == 0) {
            throw new DamagedRecordingException("it became shorter while it was read");
        }
        ByteBuffer pcm = ByteBuffer.allocate(2 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            pcm.putShort(G711.decode(Codec.PCMA, stereo.get(i * stride + side)));
        }
        return pcm.array();
    }

    private byte[] header() {
        int channels = channel.channels();
        int data = (int) (size() - HEADER);
        return ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(data + HEADER - 8)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) channels)
                .putInt(RATE)
                .putInt(RATE * channels * 2)
                .putShort((short) (channels * 2))
                .putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(data)
                .array();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
