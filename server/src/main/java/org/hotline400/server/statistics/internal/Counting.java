package org.hotline400.server.statistics.internal;

import java.time.Duration;
import org.hotline400.server.kernel.Lookout;
import org.springframework.stereotype.Component;

/// Counts calls twice a second.
@Component
class Counting extends Lookout {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Counter counter;

    Counting(Counter counter) {
        super("statistics", PAUSE);
        this.counter = counter;
    }

    @Override
    protected void lookOut() {
        int counted;
        do {
            counted = counter.step();
        } while (counted == Counter.BATCH && isRunning());
    }
}
