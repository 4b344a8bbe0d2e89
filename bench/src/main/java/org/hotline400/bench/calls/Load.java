package org.hotline400.bench.calls;

import java.time.Duration;

/// So many calls begin in each second, for so long.
record Load(int rate, int seconds) {
    /// How long a caller waits for an answer.
    static final Duration PATIENCE = Duration.ofSeconds(10);

    Load {
        if (rate < 1 || seconds < 1) {
            throw new IllegalArgumentException("a load has a rate and a length above 0");
        }
    }

    int calls() {
        return rate * seconds;
    }

    /// When the last call that is answered at all has ended.
    Duration atMost() {
        return Duration.ofSeconds(seconds).plus(PATIENCE.multipliedBy(2));
    }
}
