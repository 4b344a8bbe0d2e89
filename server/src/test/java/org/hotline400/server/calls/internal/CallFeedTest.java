package org.hotline400.server.calls.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.hotline400.server.calls.CallFeed;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Writers commit in another order than they began in; the reader misses nothing.
@Timeout(60)
class CallFeedTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final CallFeed.Position START = new CallFeed.Position(0, 0);

    private final TenantId tenant = new TenantId(Ids.next());
    private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();
    private TestDatabase database;
    private CallRecordRows rows;
    private Transactions transactions;
    private final FreshRecords fresh = new FreshRecords();
    private CallFeed feed;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        rows = new CallRecordRows(database.template());
        transactions = database.transactions();
        feed = new CallFeed(database.jdbc(), rows, fresh);
    }

    @AfterEach
    void close() {
        writers.close();
        database.close();
    }

    /// A transaction that has written, and commits when it is told to.
    private final class Writer {
        private final CountDownLatch written = new CountDownLatch(1);
        private final CountDownLatch commit = new CountDownLatch(1);
        private final Future<?> work;

        Writer(CallRecord call) throws InterruptedException {
            work = writers.submit(() -> transactions.asOperator(() -> {
                rows.insert(List.of(call));
                written.countDown();
                awaitQuietly(commit);
            }));
            written.await();
        }

        void commit() throws Exception {
            commit.countDown();
            work.get();
        }
    }

    @Test
    void aRecordThatIsCommittedLateIsNotSkippedThoughLaterOnesWereReadBefore() throws Exception {
        var late = SampleCalls.ended(tenant);
        var early = SampleCalls.call(tenant, EndReason.BUSY);
        // The late one draws its number first and is committed last.
        var slow = new Writer(late);
        write(early);

        var read = new ArrayList<CallId>();
        var cursor = readOn(START, read);
        slow.commit();
        readOn(cursor, read, 2);

        assertThat(read).containsExactlyInAnyOrder(late.id(), early.id());
    }

    @Test
    void whatWasWrittenBesideAnOpenTransactionWaitsForIt() throws Exception {
        var first = SampleCalls.ended(tenant);
        var second = SampleCalls.ended(tenant);
        var third = SampleCalls.ended(tenant);
        var one = new Writer(first);
        var two = new Writer(second);
        var read = new ArrayList<CallId>();

        two.commit();
        var cursor = readOn(START, read);
        assertThat(read).isEmpty();
        write(third);
        cursor = readOn(cursor, read);
        assertThat(read).isEmpty();
        one.commit();
        cursor = readOn(cursor, read, 3);

        assertThat(read).containsExactly(first.id(), second.id(), third.id());
        assertThat(feed(cursor, 10)).isEmpty();
    }

    /// The older transaction draws the later number: it may be read, the younger one is still open and has the
    /// earlier number.
    @Test
    void theNumberAloneDoesNotSayWhatIsBehindTheCursor() throws Exception {
        var older = SampleCalls.ended(tenant);
        var younger = SampleCalls.ended(tenant);
        var begun = new CountDownLatch(1);
        var write = new CountDownLatch(1);
        var first = writers.submit(() -> transactions.asOperator(() -> {
            database.template().queryForObject("select pg_current_xact_id()::text", String.class);
            begun.countDown();
            awaitQuietly(write);
            rows.insert(List.of(older));
        }));
        begun.await();
        var second = new Writer(younger);
        write.countDown();
        first.get();

        var read = new ArrayList<CallId>();
        var cursor = readOn(START, read, 1);
        assertThat(read).containsExactly(older.id());
        second.commit();
        readOn(cursor, read, 2);

        assertThat(read).containsExactly(older.id(), younger.id());
    }

    @Test
    void whatWasRolledBackHoldsNobodyUp() throws Exception {
        var call = SampleCalls.ended(tenant);
        var failing = writers.submit(() -> transactions.asOperator(() -> {
            rows.insert(List.of(SampleCalls.ended(tenant)));
            throw new IllegalStateException("rolled back");
        }));
        assertThat(failing).failsWithin(SOON);
        write(call);

        var read = new ArrayList<CallId>();
        readOn(START, read, 1);
        assertThat(read).containsExactly(call.id());
    }

    /// Transaction 9 is before transaction 10, though not as text.
    @Test
    void transactionsAreInTheOrderOfTheirNumbers() throws Exception {
        var ninth = SampleCalls.ended(tenant);
        var tenth = SampleCalls.ended(tenant);
        transactions.asOperator(() -> rows.insert(List.of(ninth, tenth)));
        writtenIn(9, ninth);
        writtenIn(10, tenth);

        assertThat(feed(START, 1)).extracting(CallFeed.Entry::id).containsExactly(ninth.id());
        assertThat(feed(START, 2)).extracting(CallFeed.Entry::id).containsExactly(ninth.id(), tenth.id());
    }

    private void writtenIn(int transaction, CallRecord call) throws SQLException {
        var access = database.access();
        try (var owner = DriverManager.getConnection(
                        access.url(), access.owner().role(), access.owner().password());
                var statement = owner.createStatement()) {
            statement.execute("set hotline.tenant = '*'");
            int changed = statement.executeUpdate("update calls.call_records set written_in = '%d' where id = '%s'"
                    .formatted(transaction, call.id().value()));
            assertThat(changed).isOne();
        }
    }

    @Test
    void batchesAreReadOnExactlyWhereTheLastOneEnded() {
        var calls = List.of(SampleCalls.ended(tenant), SampleCalls.ended(tenant), SampleCalls.ended(tenant));
        transactions.asOperator(() -> rows.insert(calls));

        await().atMost(SOON).until(() -> feed(START, 10).size() == 3);

        var first = feed(START, 2);
        var rest = feed(first.getLast().position(), 2);

        assertThat(first).hasSize(2);
        assertThat(rest).hasSize(1);
        assertThat(transactions.asOperator(
                        () -> feed.records(List.of(rest.getFirst().id()))))
                .extracting(CallRecord::id)
                .containsExactly(rest.getFirst().id());
    }

    /// The oldest first, wherever they come from.
    @Test
    void whatThisNodeHasJustWrittenComesFromMemoryAndAllElseFromTheTable() {
        var first = SampleCalls.ended(tenant);
        var kept = SampleCalls.ended(tenant);
        var third = SampleCalls.ended(tenant);
        transactions.asOperator(() -> rows.insert(List.of(first, third)));
        fresh.put(List.of(kept));

        var read = transactions.asOperator(() -> feed.records(List.of(third.id(), kept.id(), first.id())));

        assertThat(read).containsExactly(first, kept, third);
        assertThat(read.get(1)).isSameAs(kept);
    }

    private void write(CallRecord call) {
        transactions.asOperator(() -> rows.insert(List.of(call)));
    }

    private List<CallFeed.Entry> feed(CallFeed.Position after, int most) {
        return transactions.asOperator(() -> feed.after(after, most));
    }

    private CallFeed.Position readOn(CallFeed.Position from, List<CallId> into) {
        var entries = feed(from, 100);
        entries.forEach(entry -> into.add(entry.id()));
        return entries.isEmpty() ? from : entries.getLast().position();
    }

    /// Until so many were read: somebody else's transaction in the same cluster may hold them back for a
    /// moment.
    private CallFeed.Position readOn(CallFeed.Position from, List<CallId> into, int all) {
        var cursor = new AtomicReference<>(from);
        await().atMost(SOON).until(() -> {
            cursor.set(readOn(cursor.get(), into));
            return into.size() >= all;
        });
        return cursor.get();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
