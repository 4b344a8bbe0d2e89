package org.hotline400.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.hotline400.media.AudioSink;
import org.hotline400.media.Clip;
import org.hotline400.media.ToneDetector;
import org.hotline400.media.Wav;

/// What a phone heard on one call, from the moment it could hear. At most ten minutes are kept; what comes later is
/// not.
public final class Heard implements AudioSink {
    private static final int RATE = 8000;
    private static final int FRAME = 160;
    private static final int MOST = 10 * 60 * RATE;

    // 100 ms: tells tones 10 Hz apart.
    private static final int WINDOW = RATE / 10;

    // G.711 of a full tone keeps above 0.99; a tone under speech or another tone stays below.
    private static final double PURE = 0.8;

    // −36 dBm0 or so: above comfort noise, below any voice.
    private static final double AUDIBLE_RMS = 200;

    private short[] pcm = new short[RATE];
    private int length;

    Heard() {}

    @Override
    public synchronized void frame(short[] pcm160) {
        if (length + FRAME > MOST) {
            return;
        }
        if (length + FRAME > pcm.length) {
            pcm = Arrays.copyOf(pcm, Math.min(MOST, pcm.length * 2));
        }
        System.arraycopy(pcm160, 0, pcm, length, FRAME);
        length += FRAME;
        notifyAll();
    }

    /// All of it so far.
    public Clip clip() {
        return Clip.of(samples());
    }

    /// A copy of the samples so far (linear PCM, 8,000 Hz).
    public short[] samples() {
        return samplesFrom(0);
    }

    private synchronized short[] samplesFrom(int start) {
        return Arrays.copyOfRange(pcm, Math.min(start, length), length);
    }

    /// How much there is.
    public synchronized Duration length() {
        return Duration.ofMillis(length / 8);
    }

    /// Whether this tone was heard without a break for this long, at any time so far.
    ///
    /// @param during at least 100 ms
    public boolean tone(int hz, Duration during) {
        return longestTone(hz).compareTo(during) >= 0;
    }

    /// The longest stretch of this tone so far, in steps of 20 ms; zero when it was never heard for 100 ms.
    public Duration longestTone(int hz) {
        var run = new ToneRun(hz);
        run.scan(samples());
        return run.longest();
    }

    /// Waits until this tone was heard without a break for this long.
    ///
    /// @throws TookTooLongException when it was not within `bound`
    public void awaitTone(int hz, Duration during, Duration bound) throws InterruptedException {
        var deadline = System.nanoTime() + bound.toNanos();
        var run = new ToneRun(hz);
        run.scan(samples());
        while (run.longest().compareTo(during) < 0) {
            if (!awaitFrame(deadline)) {
                throw new TookTooLongException("no tone of " + hz + " Hz for " + during.toMillis() + " ms within "
                        + bound.toMillis() + " ms; longest so far "
                        + run.longest().toMillis() + " ms of "
                        + length().toMillis() + " ms heard");
            }
            run.scan(samples());
        }
    }

    private synchronized boolean awaitFrame(long deadline) throws InterruptedException {
        var before = length;
        while (length == before) {
            var left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /// The samples heard after this much had been heard.
    public short[] since(Duration mark) {
        return samplesFrom((int) Math.max(0, mark.toMillis() * 8));
    }

    /// Whether there was sound within the last while.
    public boolean soundWithin(Duration last) {
        return soundSince(length().minus(last));
    }

    /// Whether there was sound after this much had been heard.
    public boolean soundSince(Duration mark) {
        var rest = samplesFrom((int) Math.max(0, mark.toMillis() * 8) / FRAME * FRAME);
        for (var at = 0; at + FRAME <= rest.length; at += FRAME) {
            if (rms(rest, at, FRAME) > AUDIBLE_RMS) {
                return true;
            }
        }
        return false;
    }

    /// How much of it is sound, not silence.
    public Duration sound() {
        var all = samples();
        var frames = 0;
        for (var at = 0; at + FRAME <= all.length; at += FRAME) {
            if (rms(all, at, FRAME) > AUDIBLE_RMS) {
                frames++;
            }
        }
        return Duration.ofMillis(frames * 20L);
    }

    /// Writes all of it so far as a WAV file.
    public void save(Path wav) throws IOException {
        Wav.mono(clip()).write(wav);
    }

    private static double rms(short[] samples, int from, int count) {
        var energy = 0.0;
        for (var i = from; i < from + count; i++) {
            energy += (double) samples[i] * samples[i];
        }
        return Math.sqrt(energy / count);
    }

    /// Follows one tone through audio that grows.
    private static final class ToneRun {
        private final int hz;
        private int at;
        private int windows;
        private int most;

        ToneRun(int hz) {
            this.hz = hz;
        }

        void scan(short[] all) {
            for (; at + WINDOW <= all.length; at += FRAME) {
                var audible = rms(all, at, WINDOW) > AUDIBLE_RMS;
                windows = audible && ToneDetector.level(all, at, WINDOW, hz) > PURE ? windows + 1 : 0;
                most = Math.max(most, windows);
            }
        }

        Duration longest() {
            return most == 0 ? Duration.ZERO : Duration.ofMillis(100 + (most - 1) * 20L);
        }
    }
}
