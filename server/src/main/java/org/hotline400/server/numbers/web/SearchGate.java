package org.hotline400.server.numbers.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Lets as many searches run at once as there are processors, and a bounded number of others wait in turn for a
/// bounded time. Without it more searches than can be answered make every one of them wait until its sender has
/// given up, and all the work is for nobody.
@Component
final class SearchGate {
    private static final Problem BUSY = new Problem(
            503, "numbers.busy", "Too many people are searching; try again after Retry-After.", "搜索的人太多，请稍后再试。");
    private static final Duration SOON = Duration.ofSeconds(1);
    /// A searcher who has waited longer looks elsewhere.
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    /// What is answered within that time on one core, some milliseconds each.
    private static final int WAITING = 1_000;

    private final int atOnce;
    private final Semaphore places;
    private final int waiting;
    private final Duration patience;

    @Autowired
    SearchGate() {
        this(Runtime.getRuntime().availableProcessors(), WAITING, PATIENCE);
    }

    /// @param atOnce searches
    /// @param waiting how many more may wait
    SearchGate(int atOnce, int waiting, Duration patience) {
        this.atOnce = atOnce;
        this.places = new Semaphore(atOnce, true);
        this.waiting = waiting;
        this.patience = patience;
    }

    /// Runs a search when it is its turn.
    ///
    /// @throws ProblemException when there is no turn for it
    <T> T pass(Supplier<T> search) {
        enter();
        try {
            return search.get();
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (places.getQueueLength() >= waiting || !places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new ProblemException(BUSY, SOON);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(BUSY, SOON);
        }
    }

    int running() {
        return atOnce - places.availablePermits();
    }

    int queued() {
        return places.getQueueLength();
    }
}
