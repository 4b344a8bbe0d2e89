package org.hotline400.server.tariffs.rating;

import java.time.Instant;

/// Seconds that are paid already: what a package bundles for a month.
///
/// @param from when it begins
/// @param until when it ends; not in it any more
/// @param seconds that are left
public record Allowance(Instant from, Instant until, long seconds) {
    public Allowance {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("an allowance begins before it ends");
        }
        if (seconds < 0) {
            throw new IllegalArgumentException("an allowance is not negative; was " + seconds);
        }
    }
}
