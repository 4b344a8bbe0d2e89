package org.hotline400.media;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Audio in memory: 16-bit linear PCM, mono, 8,000 Hz. Immutable, and may be played by many ports at once.
public final class Clip {
    private static final int FRAME = 160;

    private final short[] pcm;

    private Clip(short[] pcm) {
        this.pcm = pcm;
    }

    /// Wraps these samples without copying them: they must not be changed from now on.
    public static Clip of(short[] pcm) {
        return new Clip(pcm);
    }

    /// The clips one after the other, without a gap.
    public static Clip sequence(List<Clip> clips) {
        short[] all = new short[clips.stream().mapToInt(clip -> clip.pcm.length).reduce(0, Math::addExact)];
        int at = 0;
        for (Clip clip : clips) {
            System.arraycopy(clip.pcm, 0, all, at, clip.pcm.length);
            at += clip.pcm.length;
        }
        return new Clip(all);
    }

    /// Plays it once from the start; the last frame is filled up with silence. Each call gives a source of its own.
    public AudioSource source() {
        return new Once(pcm);
    }

    /// Plays it again and again, without a gap. An empty clip ends at once.
    public AudioSource looped() {
        return new Looped(pcm);
    }

    public Duration length() {
        return Duration.ofNanos(pcm.length * 125_000L);
    }

    /// A copy of the samples.
    public short[] samples() {
        return pcm.clone();
    }

    short[] pcm() {
        return pcm;
    }

    private static final class Once implements AudioSource {
        private final short[] pcm;
        private int at;

        Once(short[] pcm) {
            this.pcm = pcm;
        }

        @Override
        public boolean read(short[] frame) {
            int n = Math.min(FRAME, pcm.length - at);
            if (n <= 0) {
                return false;
            }
            System.arraycopy(pcm, at, frame, 0, n);
            Arrays.fill(frame, n, FRAME, (short) 0);
            at += n;
            return true;
        }
    }

    private static final class Looped implements AudioSource {
        private final short[] pcm;
        private int at;

        Looped(short[] pcm) {
            this.pcm = pcm;
        }

        @Override
        public boolean read(short[] frame) {
            if (pcm.length == 0) {
                return false;
            }
            for (int filled = 0; filled < FRAME; ) {
                int n = Math.min(FRAME - filled, pcm.length - at);
                System.arraycopy(pcm, at, frame, filled, n);
                filled += n;
                at = (at + n) % pcm.length;
            }
            return true;
        }
    }
}
