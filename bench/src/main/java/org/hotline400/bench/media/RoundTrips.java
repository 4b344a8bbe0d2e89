package org.hotline400.bench.media;

import java.time.Duration;

/// How long packets were on their way, in steps of 20 µs; what took longer than four seconds is counted with
/// the longest but its true length is kept.
final class RoundTrips {
    private static final long STEP = 20_000;
    private static final int STEPS = 200_000;

    private final int[] counts = new int[STEPS + 1];
    private long total;
    private long longest;

    void add(long nanos) {
        counts[Math.clamp(nanos / STEP, 0, STEPS)]++;
        total++;
        longest = Math.max(longest, nanos);
    }

    long total() {
        return total;
    }

    Duration longest() {
        return Duration.ofNanos(longest);
    }

    /// The time within which this share of the packets was back; zero when none was.
    Duration within(double share) {
        var wanted = (long) Math.ceil(total * share);
        var passed = 0L;
        for (var step = 0; step <= STEPS && total > 0; step++) {
            passed += counts[step];
            if (passed >= wanted) {
                return Duration.ofNanos(Math.min(longest, (step + 1) * STEP));
            }
        }
        return Duration.ZERO;
    }
}
