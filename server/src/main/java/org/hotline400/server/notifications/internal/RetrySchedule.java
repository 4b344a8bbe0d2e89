package org.hotline400.server.notifications.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// When a delivery that failed is tried again.
final class RetrySchedule {
    /// After the first failure, the second, …
    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6));

    private RetrySchedule() {}

    /// @param failures so far, at least one
    /// @return empty when it is given up
    static Optional<Duration> pauseAfter(int failures) {
        return failures > PAUSES.size() ? Optional.empty() : Optional.of(PAUSES.get(failures - 1));
    }
}
