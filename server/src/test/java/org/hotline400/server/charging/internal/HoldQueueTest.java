package org.hotline400.server.charging.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline400.server.ledger.AccountId;
import org.hotline400.server.ledger.Held;
import org.hotline400.server.ledger.HoldOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessResourceException;

/// How the orders of many calls come to the database.
@Timeout(60)
class HoldQueueTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final AccountId ACCOUNT = AccountId.next();

    private static HoldOrder order(String key, int sequence) {
        return new HoldOrder(key, sequence, ACCOUNT, 1, 1, Instant.EPOCH);
    }

    private static List<Held> all(List<HoldOrder> orders) {
        return orders.stream().map(order -> new Held(order, 1, 1, 0)).toList();
    }

    @Test
    void orders_that_come_while_a_statement_runs_share_the_next_one() throws Exception {
        var gate = new CountDownLatch(1);
        var trips = Collections.synchronizedList(new ArrayList<Integer>());
        try (var queue = new HoldQueue(
                () -> true,
                orders -> {
                    trips.add(orders.size());
                    pass(gate);
                    return all(orders);
                },
                LONG)) {
            try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                var first = callers.submit(() -> queue.hold(order("first", 1)));
                await().until(() -> trips.size() == 1);
                var begun = new AtomicInteger();
                var work = new ArrayList<Callable<Object>>();
                for (int i = 0; i < 50; i++) {
                    var key = "call " + i;
                    work.add(() -> {
                        begun.incrementAndGet();
                        return queue.hold(order(key, 1)).isPresent();
                    });
                }
                var others = work.stream().map(callers::submit).toList();
                await().until(() -> begun.get() == 50);
                gate.countDown();
                assertThat(first.get()).isPresent();
                for (var other : others) {
                    assertThat(other.get()).isEqualTo(true);
                }
            }
        }
        assertThat(trips.stream().mapToInt(Integer::intValue).sum()).isEqualTo(51);
        assertThat(trips).hasSizeLessThan(20);
    }

    private static void pass(CountDownLatch gate) {
        try {
            if (!gate.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody opened");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void one_order_that_cannot_be_made_does_not_keep_the_others_back() throws Exception {
        var gate = new CountDownLatch(1);
        var trips = new AtomicInteger();
        try (var queue = new HoldQueue(
                        () -> true,
                        orders -> {
                            if (trips.incrementAndGet() == 1) {
                                pass(gate);
                            }
                            if (orders.stream().anyMatch(order -> order.key().equals("bad"))) {
                                throw new DataIntegrityViolationException("no such account");
                            }
                            return all(orders);
                        },
                        LONG);
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = callers.submit(() -> queue.hold(order("first", 1)));
            await().until(() -> trips.get() == 1);
            var bad = callers.submit(() -> queue.hold(order("bad", 1)));
            var good = callers.submit(() -> queue.hold(order("good", 1)));
            gate.countDown();

            assertThat(first.get()).isPresent();
            assertThat(bad.get()).isEmpty();
            assertThat(good.get()).isPresent();
        }
    }

    @Test
    void a_database_that_does_not_answer_in_time_is_away() {
        var gate = new CountDownLatch(1);
        try (var queue = new HoldQueue(
                () -> true,
                orders -> {
                    pass(gate);
                    return all(orders);
                },
                Duration.ofMillis(50))) {
            assertThat(queue.hold(order("late", 1))).isEmpty();
            gate.countDown();
        }
    }

    @Test
    void while_it_is_down_nobody_waits_for_it() {
        try (var queue = new HoldQueue(
                () -> false,
                _ -> {
                    throw new AssertionError("nobody asks");
                },
                LONG)) {
            assertThat(queue.hold(order("call", 1))).isEmpty();
        }
    }

    @Test
    void after_a_failure_it_goes_on() {
        var trips = new AtomicInteger();
        try (var queue = new HoldQueue(
                () -> true,
                orders -> {
                    if (trips.incrementAndGet() == 1) {
                        throw new TransientDataAccessResourceException("gone");
                    }
                    return all(orders);
                },
                LONG)) {
            assertThat(queue.hold(order("call", 1))).isEmpty();
            assertThat(queue.hold(order("call", 1))).isPresent();
        }
    }
}
