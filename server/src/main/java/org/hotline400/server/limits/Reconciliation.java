package org.hotline400.server.limits;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.limits.internal.Gates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Now and then compares the places that are held with the calls that are live, and writes to the database what
/// this node holds: it may have been restored from a backup, or have taken this node for dead.
final class Reconciliation implements AutoCloseable {
    static final Duration EVERY = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

    private final NumberLines lines;
    private final Gates gates;
    private final Predicate<CallId> isLive;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Reconciliation(NumberLines lines, Gates gates, Predicate<CallId> isLive) {
        this.lines = lines;
        this.gates = gates;
        this.isLive = isLive;
    }

    static Reconciliation start(NumberLines lines, Gates gates, Predicate<CallId> isLive, Duration every) {
        var reconciliation = new Reconciliation(lines, gates, isLive);
        Thread.ofVirtual().name("limits-reconciliation").start(() -> reconciliation.run(every));
        return reconciliation;
    }

    private void run(Duration every) {
        try {
            while (!closed.await(every.toNanos(), TimeUnit.NANOSECONDS)) {
                reconcile();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void reconcile() {
        try {
            lines.giveBackLeftOver(isLive);
            gates.tellAgain();
        } catch (RuntimeException e) {
            log.error("the limits could not be reconciled", e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
