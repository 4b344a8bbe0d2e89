package org.hotline400.media;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Audio in memory: 16-bit linear PCM, mono, 8,000 Hz. Immutable, and may be played by many ports at once.
public final class Clip {
    private static final int FRAME = 160;

    private final List<short[]> parts;
    private final int length;

    private Clip(List<short[]> parts) {
        this.parts = parts;
        this.length = parts.stream().mapToInt(part -> part.length).reduce(0, Math::addExact);
    }

    /// Wraps these samples without copying them: they must not be changed from now on.
    public static Clip of(short[] pcm) {
        return new Clip(List.of(pcm));
    }

    /// The clips one after the other, without a gap. Their samples are shared, not copied: each call may have a
    /// sequence of its own.
    public static Clip sequence(List<Clip> clips) {
        return new Clip(clips.stream().flatMap(clip -> clip.parts.stream()).toList());
    }

    /// Plays it once from the start; the last frame is filled up with silence. Each call gives a source of its own.
    public AudioSource source() {
        return new Once(parts);
    }

    /// Plays it again and again, without a gap. An empty clip ends at once.
    public AudioSource looped() {
        return new Looped(parts);
    }

    public Duration length() {
        return Duration.ofNanos(length * 125_000L);
    }

    /// A copy of the samples.
    public short[] samples() {
        short[] all = new short[length];
        int at = 0;
        for (short[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    int size() {
        return length;
    }

    /// Reads the parts as one.
    private static final class Reader {
        private final List<short[]> parts;
        private int part;
        private int at;

        Reader(List<short[]> parts) {
            this.parts = parts;
        }

        /// @return how many samples were left to fill the frame with, from `from` on
        int fill(short[] frame, int from) {
            int filled = from;
            while (filled < FRAME && part < parts.size()) {
                short[] pcm = parts.get(part);
                int n = Math.min(FRAME - filled, pcm.length - at);
                System.arraycopy(pcm, at, frame, filled, n);
                filled += n;
                at += n;
                if (at == pcm.length) {
                    part++;
                    at = 0;
                }
            }
            return filled - from;
        }
    }

    private static final class Once implements AudioSource {
        private final Reader reader;

        Once(List<short[]> parts) {
            this.reader = new Reader(parts);
        }

        @Override
        public boolean read(short[] frame) {
            int n = reader.fill(frame, 0);
            Arrays.fill(frame, n, FRAME, (short) 0);
            return n > 0;
        }
    }

    private static final class Looped implements AudioSource {
        private final List<short[]> parts;
        private Reader reader;

        Looped(List<short[]> parts) {
            this.parts = parts;
            this.reader = new Reader(parts);
        }

        @Override
        public boolean read(short[] frame) {
            int filled = reader.fill(frame, 0);
            while (filled < FRAME) {
                reader = new Reader(parts);
                int more = reader.fill(frame, filled);
                if (more == 0) {
                    return false;
                }
                filled += more;
            }
            return true;
        }
    }
}
