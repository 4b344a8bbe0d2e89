package org.hotline400.server.recordings.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import org.hotline400.server.recordings.OpenRecording;
import org.hotline400.server.recordings.RecordingId;
import org.hotline400.server.vault.cipher.ChunkCipher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes one recording: a second of audio, sealed, at a time. A crash costs the second under way.
final class RecordingWriter implements OpenRecording {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingWriter.class);

    /// A day. Nobody talks so long; a leg that hangs does.
    private static final int MOST_CHUNKS = 86_400;

    private final RecordingId id;
    private final FileChannel channel;
    private final ChunkCipher cipher;
    private final Finish finish;
    private final byte[] chunk = new byte[RecordingHeader.CHUNK];
    private int filled;
    private int index;
    private boolean failed;
    private boolean closed;

    /// What happens to the file once it is closed.
    interface Finish {
        void keep() throws IOException;

        /// Leaves it for recovery.
        void leave();

        void discard();
    }

    RecordingWriter(RecordingId id, FileChannel channel, ChunkCipher cipher, Finish finish) {
        this.id = id;
        this.channel = channel;
        this.cipher = cipher;
        this.finish = finish;
    }

    @Override
    public RecordingId id() {
        return id;
    }

    @Override
    public synchronized Duration length() {
        return Duration.ofMillis(((long) index * RecordingHeader.CHUNK + filled) / 16);
    }

    @Override
    public synchronized void write(ByteBuffer stereo) throws IOException {
        if (closed || failed) {
            throw new IOException("recording " + id + (closed ? " is closed" : " has failed before"));
        }
        while (stereo.hasRemaining()) {
            int count = Math.min(stereo.remaining(), chunk.length - filled);
            stereo.get(chunk, filled, count);
            filled += count;
            if (filled == chunk.length) {
                append(ChunkCipher.Place.MIDDLE, filled);
                index++;
                filled = 0;
            }
        }
    }

    private void append(ChunkCipher.Place place, int length) throws IOException {
        if (index >= MOST_CHUNKS) {
            failed = true;
            throw new IOException("recording " + id + " has reached its limit of a day");
        }
        ByteBuffer sealed = cipher.seal(index, place, chunk, length);
        try {
            while (sealed.hasRemaining()) {
                channel.write(sealed);
            }
        } catch (IOException e) {
            failed = true;
            throw e;
        }
    }

    @Override
    public synchronized void close(boolean broken) throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (channel) {
            if (broken || failed) {
                endAfterFailure();
            } else {
                append(ChunkCipher.Place.END, filled);
            }
            channel.force(true);
        } catch (IOException e) {
            finish.leave();
            throw e;
        }
        finish.keep();
    }

    /// On a full disk the end of the file is a torn chunk: cutting it off makes room for the end mark.
    private void endAfterFailure() throws IOException {
        channel.truncate(RecordingHeader.BYTES + (long) index * RecordingFile.SEALED_CHUNK);
        channel.position(channel.size());
        ByteBuffer end = cipher.seal(index, ChunkCipher.Place.FAILED_END, chunk, failed ? 0 : filled);
        while (end.hasRemaining()) {
            channel.write(end);
        }
    }

    @Override
    public synchronized void discard() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("closing the discarded recording {} failed", id, e);
        }
        finish.discard();
    }
}
