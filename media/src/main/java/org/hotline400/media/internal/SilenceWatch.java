package org.hotline400.media.internal;

import java.time.Duration;
import java.util.Optional;

/// Notices that nothing arrives: after 1 s, 2 s, 4 s and so on.
final class SilenceWatch {
    private static final long FIRST = 8000;

    private long last;
    private long next = FIRST;

    void heard(long now) {
        last = now;
        next = FIRST;
    }

    /// @return how long it has been silent, when that is to be told now
    Optional<Duration> tick(long now) {
        if (now - last < next) {
            return Optional.empty();
        }
        Duration since = Duration.ofMillis(next / 8);
        next *= 2;
        return Optional.of(since);
    }
}
