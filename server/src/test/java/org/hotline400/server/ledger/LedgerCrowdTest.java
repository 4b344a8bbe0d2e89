package org.hotline400.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Batches over the same few accounts, in any order and with repetitions, from 8 threads: if two ever waited for each
/// other, the database would end one with an exception.
@Timeout(120)
class LedgerCrowdTest {
    private static final int THREADS = 8;
    private static final int BATCHES = 30;
    private static final int BATCH = 20;
    private static final long OPENING = 1_000_000;

    private final Books books = new Books();
    private final List<AccountId> accounts =
            Stream.generate(() -> books.funds(OPENING)).limit(6).toList();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void batches_do_not_wait_for_each_other_in_a_circle() throws InterruptedException, ExecutionException {
        long spent = 0;
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var crowd = new ArrayList<Future<Long>>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                crowd.add(threads.submit(() -> spend(thread)));
            }
            for (var one : crowd) {
                spent += one.get();
            }
        }

        long left =
                accounts.stream().mapToLong(one -> books.show(one).balance()).sum();
        assertThat(spent).isPositive();
        assertThat(left).isEqualTo(accounts.size() * OPENING - spent);
        assertThat(books.faults()).isEmpty();
    }

    private long spend(int thread) {
        var random = new Random(thread);
        long spent = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            var prefix = thread + "/" + batch + "/";
            var orders = new ArrayList<>(IntStream.range(0, BATCH)
                    .mapToObj(i -> Books.order(prefix + i, 1, any(random), 1, 9))
                    .toList());
            orders.addAll(orders.subList(0, 3));
            Collections.shuffle(orders, random);
            books.hold(orders.toArray(HoldOrder[]::new));
            var settlements = new ArrayList<>(IntStream.range(0, BATCH)
                    .mapToObj(i -> new Settlement(
                            prefix + i, List.of(Books.call(prefix + i, any(random), 1L + random.nextInt(9)))))
                    .toList());
            settlements.add(settlements.getFirst());
            var settled = books.in(() -> books.ledger().settle(settlements));
            spent += settled.stream()
                    .limit(BATCH)
                    .mapToLong(one -> one.posted().getFirst())
                    .sum();
        }
        return spent;
    }

    private AccountId any(Random random) {
        return accounts.get(random.nextInt(accounts.size()));
    }
}
