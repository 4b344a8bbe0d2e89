package org.hotline400.server.numbers;

import java.time.Duration;
import java.util.Optional;
import org.hotline400.server.kernel.HotlineNumber;

/// From one number to another of the same holder.
///
/// @param from in service until now; its callers hear of the other one
/// @param to in service from now on
/// @param referral for how long they do, a day to two years; empty: as configured
public record Upgrade(HotlineNumber from, HotlineNumber to, Optional<Duration> referral) {
    private static final Duration LEAST = Duration.ofDays(1);
    private static final Duration MOST = Duration.ofDays(730);

    public Upgrade {
        if (from.equals(to)) {
            throw new IllegalArgumentException("a number cannot take its own place");
        }
        if (referral.filter(length -> length.compareTo(LEAST) < 0 || length.compareTo(MOST) > 0)
                .isPresent()) {
            throw new IllegalArgumentException("callers are referred for 1 to 730 days");
        }
    }
}
