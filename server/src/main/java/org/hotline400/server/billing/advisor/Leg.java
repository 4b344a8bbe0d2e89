package org.hotline400.server.billing.advisor;

import java.time.Instant;
import org.hotline400.server.tariffs.Component;

/// A part of a call that was charged, in one piece from its beginning to its end, also over the end of a
/// month.
///
/// @param from when it began to count
/// @param seconds that it lasted, a begun one in full
/// @param copies how many there were alike, one right after the other
record Leg(Component component, Instant from, long seconds, long copies) {
    Leg {
        if (seconds < 0 || copies < 1) {
            throw new IllegalArgumentException("a leg lasts 0 seconds or more, and there is at least one");
        }
    }

    static Leg one(Component component, Instant from, long seconds) {
        return new Leg(component, from, seconds, 1);
    }
}
