package org.hotline400.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.awaitility.Awaitility;

/// A recording in memory.
final class Tape implements RecordingSink {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int closed;
    private boolean failed;

    @Override
    public synchronized void write(ByteBuffer stereo) {
        while (stereo.hasRemaining()) {
            bytes.write(stereo.get());
        }
    }

    @Override
    public synchronized void close(boolean failed) {
        closed++;
        this.failed = failed;
    }

    synchronized boolean failed() {
        return failed;
    }

    synchronized int closed() {
        return closed;
    }

    Tape awaitClosed() {
        Awaitility.await("the recording's end").atMost(Duration.ofSeconds(10)).until(() -> closed() == 1);
        return this;
    }

    synchronized Duration length() {
        return Duration.ofMillis(bytes.size() / 16);
    }

    short[] left() {
        return channel(0);
    }

    short[] right() {
        return channel(1);
    }

    private synchronized short[] channel(int index) {
        byte[] all = bytes.toByteArray();
        short[] pcm = new short[all.length / 2];
        for (int i = 0; i < pcm.length; i++) {
            pcm[i] = G711.decode(Codec.PCMA, all[2 * i + index]);
        }
        return pcm;
    }
}
