package org.hotline400.server.limits.internal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way of all gates to the database: a few round trips at a time, so that a rush of calls leaves most of
/// the connections to everybody else.
public final class RoundTrips implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RoundTrips.class);

    /// Of the 24 connections of the pool.
    private static final int AT_A_TIME = 8;

    private final BooleanSupplier databaseIsUp;
    private final Duration patience;
    private final Semaphore permits = new Semaphore(AT_A_TIME);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicBoolean failing = new AtomicBoolean();

    /// @param patience how long a call may wait for its answer
    public RoundTrips(BooleanSupplier databaseIsUp, Duration patience) {
        this.databaseIsUp = databaseIsUp;
        this.patience = patience;
    }

    Duration patience() {
        return patience;
    }

    /// Whether it makes sense to wait for one.
    boolean mayHelp() {
        return databaseIsUp.getAsBoolean() && closed.getCount() > 0;
    }

    /// Lets a gate make its trips, on a thread of their own.
    ///
    /// @return false when the node stops
    boolean start(Runnable rounds) {
        if (closed.getCount() == 0) {
            return false;
        }
        Thread.ofVirtual().name("limits").start(rounds);
        return true;
    }

    /// Makes a trip, on the thread of its gate.
    <A> A make(Supplier<A> trip) {
        if (!databaseIsUp.getAsBoolean()) {
            throw new IllegalStateException("the database is away");
        }
        takePermit();
        try {
            var answer = trip.get();
            if (failing.compareAndSet(true, false)) {
                log.info("limits are held against all nodes again");
            }
            return answer;
        } finally {
            permits.release();
        }
    }

    private void takePermit() {
        try {
            if (!permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("too many gates wait for the database");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    void failed(RuntimeException e) {
        if (failing.compareAndSet(false, true)) {
            log.warn("limits are held against the calls of this node alone: {}", e.getMessage());
        }
    }

    /// @return false when the node stops
    boolean pause(Duration howLong) {
        try {
            return !closed.await(howLong.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// What the database was not told yet lapses with the node's lease.
    @Override
    public void close() {
        closed.countDown();
    }
}
