package org.hotline400.media.internal;

import java.time.Duration;

/// The time scale of an engine: samples (1/8,000 s) since it started.
final class MediaTime {
    static final int FRAME = 160;
    private static final long NANOS_PER_SAMPLE = 125_000;

    private final long epoch = System.nanoTime();

    /// Now, in samples.
    long now() {
        return Math.floorDiv(System.nanoTime() - epoch, NANOS_PER_SAMPLE);
    }

    /// Nanoseconds from now until a sample's time; negative when it is past.
    long nanosUntil(long sample) {
        return sample * NANOS_PER_SAMPLE - (System.nanoTime() - epoch);
    }

    static long samples(Duration duration) {
        return duration.toNanos() / NANOS_PER_SAMPLE;
    }

    static Duration frames(long count) {
        return Duration.ofMillis(count * 20);
    }
}
