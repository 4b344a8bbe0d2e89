package org.hotline400.server.telephony;

import java.time.Duration;

/// A point on the monotonic clock; unlike the wall clock it does not jump.
record Deadline(long nanos) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /// Zero when it has passed.
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    boolean passed() {
        return nanos - System.nanoTime() <= 0;
    }

    Deadline earlier(Deadline other) {
        return nanos - other.nanos <= 0 ? this : other;
    }
}
