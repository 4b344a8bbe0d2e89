package org.hotline400.server.numbers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.NumberInService;
import org.hotline400.server.numbers.NumberStatus;
import org.hotline400.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class NumbersInMemoryTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final HotlineNumber ONE = new HotlineNumber("4000000001");
    private static final HotlineNumber OTHER = new HotlineNumber("4009999999");

    private final TestDatabase database = TestDatabase.create();
    private final Transactions transactions = database.transactions();
    private final CountingRows rows = new CountingRows(database.jdbc());
    private final List<Runnable> refreshes = new ArrayList<>();
    private final NumbersInMemory memory = new NumbersInMemory(transactions, rows, (_, refresh) -> {
        refreshes.add(refresh);
        refresh.run();
    });

    /// How many numbers were read, and how often all of them.
    private static final class CountingRows extends NumberRows {
        private final AtomicInteger readAll = new AtomicInteger();
        private final AtomicInteger readAgain = new AtomicInteger();

        CountingRows(JdbcClient jdbc) {
            super(jdbc);
        }

        @Override
        public List<NumberInService> all() {
            readAll.incrementAndGet();
            return super.all();
        }

        @Override
        public List<NumberInService> changedSince(long transaction) {
            var changed = super.changedSince(transaction);
            readAgain.addAndGet(changed.size());
            return changed;
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void refresh() {
        refreshes.forEach(Runnable::run);
    }

    /// @return how many numbers were read
    private int refreshed() {
        rows.readAgain.set(0);
        refresh();
        return rows.readAgain.get();
    }

    private void store(HotlineNumber number, NumberStatus status) {
        rows.makeKnown(number, NOW);
        rows.store(new NumberInService(number, TenantId.OPERATOR, status, NOW, Optional.empty(), Optional.empty()));
    }

    private Optional<NumberStatus> status(HotlineNumber number) {
        return memory.find(number).map(NumberInService::status);
    }

    @Test
    void what_has_changed_is_read_and_nothing_else() {
        transactions.asOperator(() -> store(ONE, NumberStatus.ACTIVE));
        refresh();
        transactions.asOperator(() -> store(OTHER, NumberStatus.ACTIVE));
        // Until nobody on this server writes any more who began before these two.
        Awaitility.await().until(() -> refreshed() == 0);

        transactions.asOperator(() -> store(OTHER, NumberStatus.SUSPENDED));

        assertThat(refreshed()).isOne();
        assertThat(rows.readAll).hasValue(1);
        assertThat(status(ONE)).contains(NumberStatus.ACTIVE);
        assertThat(status(OTHER)).contains(NumberStatus.SUSPENDED);
    }

    @Test
    void a_change_that_was_begun_early_and_committed_late_is_not_missed() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var early = Thread.ofVirtual()
                .start(() -> transactions.asOperator(() -> {
                    store(ONE, NumberStatus.ACTIVE);
                    begun.countDown();
                    await(goOn);
                }));
        await(begun);
        transactions.asOperator(() -> store(OTHER, NumberStatus.ACTIVE));
        refresh();
        assertThat(status(OTHER)).contains(NumberStatus.ACTIVE);
        assertThat(status(ONE)).isEmpty();

        goOn.countDown();
        early.join();
        refresh();

        assertThat(status(ONE)).contains(NumberStatus.ACTIVE);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("nothing happened for half a minute");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void the_taken_numbers_are_all_but_the_available_ones() {
        transactions.asOperator(() -> store(ONE, NumberStatus.ACTIVE));
        transactions.asOperator(() -> store(OTHER, NumberStatus.FROZEN));
        refresh();
        var before = memory.taken();
        assertThat(before.toArray()).containsExactly(1, 9_999_999);

        transactions.asOperator(() -> store(ONE, NumberStatus.AVAILABLE));
        refresh();

        assertThat(memory.taken().toArray()).containsExactly(9_999_999);
        assertThat(before.toArray()).as("whoever looks at a set keeps it").containsExactly(1, 9_999_999);
    }
}
