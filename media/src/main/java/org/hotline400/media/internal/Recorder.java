package org.hotline400.media.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hotline400.media.G711;
import org.hotline400.media.Recording;
import org.hotline400.media.RecordingSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One recording: encodes frames on the media thread, writes them on a writer thread.
final class Recorder implements Recording, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final long RUNNING = Long.MAX_VALUE;
    private static final int BLOCK_FRAMES = 10;

    private final RecordingSink sink;
    private final RecordingWriters writers;
    private final MediaTime time;
    private final FrameRing ring = new FrameRing();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final long start;
    private volatile long end = RUNNING;
    private volatile boolean finished;
    private final AtomicBoolean sinkClosed = new AtomicBoolean();

    Recorder(RecordingSink sink, RecordingWriters writers, MediaTime time) {
        this.sink = sink;
        this.writers = writers;
        this.time = time;
        this.start = time.now();
        writers.opened();
    }

    @Override
    public void stop() {
        if (end == RUNNING) {
            end = time.now();
        }
    }

    @Override
    public Duration length() {
        return MediaTime.frames(ring.offered());
    }

    @Override
    public Duration lost() {
        return MediaTime.frames(ring.dropped());
    }

    /// Whether it has been told to stop, or its sink failed.
    boolean over() {
        return end != RUNNING || sinkClosed.get();
    }

    /// Takes the frame at `position` if it lies within the recording: its start and end are rounded to frames.
    ///
    /// @param left,right A-law
    void frame(long position, byte[] left, byte[] right) {
        if (position + MediaTime.FRAME / 2 <= start || finished) {
            return;
        }
        byte[] stereo = Workbench.mine().stereo;
        for (int i = 0; i < MediaTime.FRAME; i++) {
            stereo[2 * i] = left[i];
            stereo[2 * i + 1] = right[i];
        }
        ring.offer(stereo);
        if (ring.waiting() >= BLOCK_FRAMES) {
            schedule();
        }
    }

    /// Where the recording ends; its start when the sink failed and nothing more is wanted.
    long end() {
        return sinkClosed.get() ? start : end;
    }

    /// No more frames will come.
    void finish() {
        finished = true;
        schedule();
    }

    private void schedule() {
        if (!sinkClosed.get() && scheduled.compareAndSet(false, true)) {
            writers.run(this);
        }
    }

    /// It will never be written to its end.
    void abandon() {
        close(true);
    }

    /// Writes what is waiting; on a writer thread, never on two at once.
    @Override
    public void run() {
        boolean last = finished;
        try {
            write();
            if (last) {
                writeSilence(ring.missingAtEnd());
                close(false);
            }
        } catch (IOException | RuntimeException | Error e) {
            LOG.warn("recording failed and is given up: {}", e.toString());
            close(true);
        }
        scheduled.set(false);
        if (ring.waiting() >= BLOCK_FRAMES || finished) {
            schedule();
        }
    }

    private void write() throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK_FRAMES * FrameRing.FRAME_BYTES);
        while (!sinkClosed.get() && ring.waiting() > 0) {
            int missing = ring.missingBeforeNext();
            if (missing > 0 && block.position() > 0) {
                flush(block);
            }
            writeSilence(missing);
            ring.take(block);
            if (!block.hasRemaining()) {
                flush(block);
            }
        }
        flush(block);
    }

    private void flush(ByteBuffer block) throws IOException {
        if (block.flip().hasRemaining()) {
            sink.write(block);
        }
        block.clear();
    }

    private void writeSilence(int missing) throws IOException {
        byte[] silence = new byte[Math.min(missing, BLOCK_FRAMES) * FrameRing.FRAME_BYTES];
        Arrays.fill(silence, G711.A_LAW_SILENCE);
        for (int left = missing; left > 0; left -= BLOCK_FRAMES) {
            sink.write(ByteBuffer.wrap(silence, 0, Math.min(left, BLOCK_FRAMES) * FrameRing.FRAME_BYTES));
        }
    }

    private void close(boolean failed) {
        if (!sinkClosed.compareAndSet(false, true)) {
            return;
        }
        try {
            sink.close(failed);
        } catch (IOException | RuntimeException | Error e) {
            LOG.warn("a recording's sink could not be closed: {}", e.toString());
        } finally {
            writers.closed();
        }
    }
}
