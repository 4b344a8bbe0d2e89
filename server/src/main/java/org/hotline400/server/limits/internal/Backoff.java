package org.hotline400.server.limits.internal;

import java.time.Duration;

/// How long a gate lets the database alone after a round trip failed: twice as long each time. Guarded by the
/// gate's lock.
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LAST = Duration.ofSeconds(2);

    private Duration pause = Duration.ZERO;
    private long untilNanos;

    void begin() {
        var doubled = pause.isZero() ? FIRST : pause.multipliedBy(2);
        pause = doubled.compareTo(LAST) < 0 ? doubled : LAST;
        untilNanos = System.nanoTime() + pause.toNanos();
    }

    void end() {
        pause = Duration.ZERO;
    }

    boolean isOn() {
        return !pause.isZero() && System.nanoTime() - untilNanos < 0;
    }

    Duration next() {
        return pause;
    }
}
