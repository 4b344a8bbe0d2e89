package org.hotline400.server.billing.advisor.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Lets few replays run at once: each has a connection to the database and a core for as long as a year of
/// calls takes.
@Component
final class ReplayGate {
    private static final Problem BUSY = new Problem(
            503, "advice.busy", "Other calls are being replayed; try again after Retry-After.", "正在回放其他话单，请稍后再试。");
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 2;

    private final Semaphore places;
    private final Duration patience;

    @Autowired
    ReplayGate() {
        this(AT_ONCE, PATIENCE);
    }

    ReplayGate(int atOnce, Duration patience) {
        places = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /// @throws ProblemException when there is no turn for it in time
    <T> T pass(Supplier<T> replay) {
        enter();
        try {
            return replay.get();
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new ProblemException(BUSY, SOON);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(BUSY, SOON);
        }
    }
}
