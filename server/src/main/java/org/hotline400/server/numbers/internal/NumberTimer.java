package org.hotline400.server.numbers.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Ends holds, reservations and whatever else of a number ends by itself: when it is due, and on every node.
@Component
class NumberTimer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(NumberTimer.class);
    /// What another node began meanwhile may be due before what was known here.
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    /// What is due and not done is in another node's hands.
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);

    private static final Duration STOP = Duration.ofSeconds(5);

    private final DueNumbers due;
    private final Clock clock;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile Thread thread = Thread.ofVirtual().unstarted(() -> {});
    private boolean failing;

    NumberTimer(DueNumbers due, Clock clock) {
        this.due = due;
        this.clock = clock;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofVirtual().name("number-timer").start(this::run);
    }

    private void run() {
        try {
            while (!stopped.await(turn().toMillis(), TimeUnit.MILLISECONDS)) {
                // Turn by turn.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A failure (mostly: the database is away) is told once and the work done at the next turn.
    ///
    /// @return the pause that follows
    private Duration turn() {
        try {
            due.runDue();
            var pause = due.next().map(this::pauseBefore).orElse(LONGEST_PAUSE);
            failing = false;
            return pause;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("numbers wait, what is due cannot be ended: {}", String.valueOf(e));
            }
            failing = true;
            return LONGEST_PAUSE;
        }
    }

    private Duration pauseBefore(Instant next) {
        var pause = Duration.between(clock.instant(), next);
        if (pause.compareTo(SHORTEST_PAUSE) < 0) {
            return SHORTEST_PAUSE;
        }
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    @Override
    public void stop() {
        if (!isRunning()) {
            return;
        }
        stopped.countDown();
        try {
            var _ = thread.join(STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }
}
