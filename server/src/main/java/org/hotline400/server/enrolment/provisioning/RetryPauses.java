package org.hotline400.server.enrolment.provisioning;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// When a provisioning that failed is tried again: soon at first, because most failures pass, then less and
/// less often.
final class RetryPauses {
    private static final List<Duration> ALL = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofHours(24));

    private RetryPauses() {}

    /// @param failed attempts so far, from 1
    /// @return empty: a person has to look
    static Optional<Duration> after(int failed) {
        return failed <= ALL.size() ? Optional.of(ALL.get(failed - 1)) : Optional.empty();
    }
}
