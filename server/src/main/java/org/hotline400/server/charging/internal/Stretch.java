package org.hotline400.server.charging.internal;

import java.time.Duration;
import java.time.Instant;
import org.hotline400.server.tariffs.Component;

/// A time of a call that one component of it counts.
///
/// @param target whom it led to; empty for the platform's own
/// @param until exclusive; not before `from`
record Stretch(Component component, String target, Instant from, Instant until) {
    private static final long MILLIS = 1_000;

    Stretch {
        until = until.isBefore(from) ? from : until;
    }

    /// As far as it was by then.
    Stretch endingBy(Instant end) {
        return until.isAfter(end) ? new Stretch(component, target, from, end) : this;
    }

    /// A begun one in full.
    long seconds() {
        return Math.ceilDiv(Duration.between(from, until).toMillis(), MILLIS);
    }
}
