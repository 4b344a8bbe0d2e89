package org.hotline400.server.charging.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.hotline400.server.ledger.Held;
import org.hotline400.server.ledger.HoldOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;

/// Makes the reservations of this node's calls: those that come while one statement runs, or soon after it began, share
/// the next one. A few lanes work side by side; an account has its lane, so that its orders keep their order and none
/// waits for another lane's lock on it.
///
/// An order that is not answered in time is given up by its call. It may be made all the same; the same order again
/// then changes nothing and is answered as it was.
public final class HoldQueue implements Purse, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(HoldQueue.class);

    /// Of the 24 connections of the pool.
    static final int LANES = 2;
    /// Calls that wait in a lane at most; more are told at once that there is no answer.
    private static final int WAITING = 4_000;
    /// Orders in a statement.
    private static final int AT_ONCE = 250;
    /// A transaction of one order costs the database several times what each of ten costs: under load a lane begins one
    /// this long after the other. An order that comes to a lane at rest is made at once.
    private static final Duration PACE = Duration.ofMillis(20);

    private final BooleanSupplier databaseIsUp;
    private final Function<List<HoldOrder>, List<Held>> trip;
    private final Duration patience;
    private final List<Lane> lanes = new ArrayList<>();
    private final AtomicBoolean failing = new AtomicBoolean();
    private volatile boolean closed;

    /// @param trip makes the orders in a transaction
    /// @param patience how long a call waits
    public HoldQueue(BooleanSupplier databaseIsUp, Function<List<HoldOrder>, List<Held>> trip, Duration patience) {
        this.databaseIsUp = databaseIsUp;
        this.trip = trip;
        this.patience = patience;
        for (int i = 0; i < LANES; i++) {
            lanes.add(new Lane());
        }
    }

    private record Waiting(HoldOrder order, CompletableFuture<Held> answer) {}

    private final class Lane {
        private final BlockingQueue<Waiting> orders = new LinkedBlockingQueue<>(WAITING);
        private final Thread thread = Thread.ofVirtual().name("holds").start(this::work);

        private void work() {
            long begun = System.nanoTime() - PACE.toNanos();
            try {
                while (!closed) {
                    var batch = new ArrayList<Waiting>();
                    batch.add(orders.take());
                    TimeUnit.NANOSECONDS.sleep(begun + PACE.toNanos() - System.nanoTime());
                    begun = System.nanoTime();
                    orders.drainTo(batch, AT_ONCE - 1);
                    batch.removeIf(one -> one.answer().isDone());
                    make(batch);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public Optional<Held> hold(HoldOrder order) {
        var mine = new Waiting(order, new CompletableFuture<>());
        var lane = lanes.get(Math.floorMod(order.account().hashCode(), LANES));
        if (closed || !databaseIsUp.getAsBoolean() || !lane.orders.offer(mine)) {
            return Optional.empty();
        }
        try {
            return Optional.of(mine.answer().get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException _) {
            mine.answer().cancel(false);
            return Optional.empty();
        } catch (InterruptedException e) {
            mine.answer().cancel(false);
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void make(List<Waiting> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            var held = trip.apply(batch.stream().map(Waiting::order).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer().complete(held.get(i));
            }
            if (failing.compareAndSet(true, false)) {
                log.info("calls are reserved for again");
            }
        } catch (RuntimeException e) {
            failed(batch, e);
        }
    }

    /// One order that cannot be made is not to keep the others back.
    private void failed(List<Waiting> batch, RuntimeException e) {
        if (batch.size() > 1 && isOfAnOrder(e)) {
            batch.forEach(one -> make(List.of(one)));
            return;
        }
        if (failing.compareAndSet(false, true)) {
            log.warn("nothing can be reserved for calls: {}", e.getMessage());
        }
        batch.forEach(one -> one.answer().completeExceptionally(e));
    }

    private static boolean isOfAnOrder(RuntimeException e) {
        return e instanceof NonTransientDataAccessException && !(e instanceof NonTransientDataAccessResourceException);
    }

    @Override
    public void close() {
        closed = true;
        lanes.forEach(lane -> lane.thread.interrupt());
    }
}
