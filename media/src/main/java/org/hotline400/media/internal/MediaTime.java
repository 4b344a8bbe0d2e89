package org.hotline400.media.internal;

import java.time.Duration;

/// The time scale of an engine: samples (1/8,000 s) since it started.
final class MediaTime {
    static final int FRAME = 160;
    private static final long NANOS_PER_SAMPLE = 125_000;

    /// From 1900, where NTP begins, to 1970 (RFC 5905 §6).
    private static final long NTP_SECONDS = 2_208_988_800L;

    private final long epoch = System.nanoTime();
    private final long wallAtEpoch = System.currentTimeMillis();

    /// Now, in samples.
    long now() {
        return Math.floorDiv(System.nanoTime() - epoch, NANOS_PER_SAMPLE);
    }

    /// Nanoseconds from now until a sample's time; negative when it is past.
    long nanosUntil(long sample) {
        return sample * NANOS_PER_SAMPLE - (System.nanoTime() - epoch);
    }

    /// Now, as reports carry it: seconds since 1900 in the upper 32 bits, their fraction in the lower. The
    /// clock was read once at the start and never jumps after, so differences are true.
    long ntp() {
        long nanos = System.nanoTime() - epoch + wallAtEpoch % 1000 * 1_000_000L;
        long seconds = wallAtEpoch / 1000 + NTP_SECONDS + nanos / 1_000_000_000L;
        return (seconds << 32) | (((nanos % 1_000_000_000L) << 32) / 1_000_000_000L);
    }

    static long samples(Duration duration) {
        return duration.toNanos() / NANOS_PER_SAMPLE;
    }

    static Duration duration(double samples) {
        return Duration.ofNanos(Math.round(samples * NANOS_PER_SAMPLE));
    }

    static Duration frames(long count) {
        return Duration.ofMillis(count * 20);
    }
}
