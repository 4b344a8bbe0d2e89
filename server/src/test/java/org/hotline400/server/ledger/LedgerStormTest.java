package org.hotline400.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// 32 threads on one account, and every third message comes twice: once more from somebody else, whenever.
@Timeout(120)
class LedgerStormTest {
    private static final int THREADS = 32;
    private static final int CALLS_EACH = 25;
    private static final int SLICE = 10;
    private static final int PRICE = 17;
    /// Enough for half of the calls.
    private static final long OPENING = (long) THREADS * CALLS_EACH * PRICE / 2;

    private final Books books = new Books();
    private final AccountId account = books.funds(OPENING);
    private final Queue<Runnable> again = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> posted = new ConcurrentHashMap<>();
    private final Queue<Held> refused = new ConcurrentLinkedQueue<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void nothing_goes_below_zero_and_every_call_is_settled_once() throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var callers = new ArrayList<Future<?>>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                callers.add(threads.submit(() -> call(number)));
            }
            for (var caller : callers) {
                caller.get();
            }
        }
        again.forEach(Runnable::run);

        assertThat(faults).isEmpty();
        assertThat(refused).as("there was not enough for all").isNotEmpty();
        assertThat(posted).hasSize(THREADS * CALLS_EACH);
        long spent = posted.values().stream().mapToLong(Long::longValue).sum();
        assertThat(books.show(account).balance()).isEqualTo(OPENING - spent).isNotNegative();
        assertThat(books.show(account).reserved()).isZero();
        assertThat(books.faults()).isEmpty();
    }

    private void call(int thread) {
        var random = new Random(thread);
        for (int i = 0; i < CALLS_EACH; i++) {
            var key = "call/" + thread + "/" + i;
            var first = hold(random, Books.order(key, 1, account, SLICE, SLICE));
            if (first.isRefused()) {
                refused.add(first);
            } else {
                hold(random, Books.order(key, 2, account, 0, SLICE));
            }
            settle(random, key, Books.call(key + "/1", account, first.isRefused() ? 1 : PRICE));
            var other = again.poll();
            if (other != null && random.nextBoolean()) {
                other.run();
            }
        }
    }

    private Held hold(Random random, HoldOrder order) {
        var answer = books.hold(order).getFirst();
        if (answer.amount() > 0 && random.nextInt(10) < 3) {
            again.add(() -> {
                var late = books.hold(order).getFirst();
                check(late.amount() == answer.amount() || late.amount() == 0 || late.total() >= answer.total(), order);
            });
        }
        return answer;
    }

    private void settle(Random random, String key, Transfer transfer) {
        var settlement = new Settlement(key, List.of(transfer));
        long amount = books.settle(key, transfer).getFirst();
        check(posted.put(key, amount) == null, settlement);
        if (random.nextInt(10) < 3) {
            again.add(() -> check(books.settle(key, transfer).getFirst() == amount, settlement));
        }
    }

    private void check(boolean isRight, Object message) {
        if (!isRight) {
            faults.add(message.toString());
        }
    }
}
