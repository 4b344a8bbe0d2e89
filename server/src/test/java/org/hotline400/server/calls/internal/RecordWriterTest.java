package org.hotline400.server.calls.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.hotline400.server.calls.CallFilter;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// From the journal into a real PostgreSQL.
class RecordWriterTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final TenantId tenant = new TenantId(Ids.next());
    private final NodeIdentity node = new NodeIdentity(SampleCalls.NODE);
    private TestDatabase database;
    private Switch source;
    private CallRecordRows rows;
    private FreshRecords fresh;
    private RecordWriter.Target target;
    private Transactions transactions;
    private Journal journal;
    private RecordWriter writer;

    /// A database that can be taken away.
    private static final class Switch extends DriverManagerDataSource {
        private volatile boolean away;

        @Override
        public Connection getConnection() throws SQLException {
            if (away) {
                throw new SQLException("connection refused", "08001");
            }
            return super.getConnection();
        }
    }

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        source = new Switch();
        source.setUrl(database.access().url());
        source.setUsername(database.access().app().role());
        source.setPassword(database.access().app().password());
        rows = new CallRecordRows(new JdbcTemplate(source));
        fresh = new FreshRecords();
        target = new RecordWriter.Target(rows, fresh);
        transactions = new Transactions(new JdbcTransactionManager(source), JdbcClient.create(source));
        journal = Journal.open(folder, Clock.systemUTC(), 4096);
        writer = RecordWriter.start(journal, target, transactions, node);
    }

    @AfterEach
    void stop() {
        source.away = false;
        writer.close();
        journal.close();
        database.close();
    }

    @Test
    void aCallThatEndedIsInTheDatabaseWithinASecondExactlyAsItWas() {
        var call = SampleCalls.ended(tenant);

        journal.ended(call);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(find(call)).contains(call));
    }

    @Test
    void whatItHasWrittenIsAtHandForAMoment() {
        var call = SampleCalls.ended(tenant);

        journal.ended(call);

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(fresh.find(List.of(call.id()))).containsExactly(Map.entry(call.id(), call)));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(fresh.find(List.of(call.id()))).isEmpty());
        assertThat(find(call)).contains(call);
    }

    /// A reader must meet what the database has: here the text with its character replaced, there what another node
    /// said before.
    @Test
    void whatTheDatabaseHasOtherwiseIsNotAtHand() {
        var hostile = withCaller(SampleCalls.ended(tenant), "a\u0000b");
        journal.ended(hostile);
        await().atMost(SOON).until(() -> find(hostile).isPresent());
        assertThat(fresh.find(List.of(hostile.id()))).isEmpty();

        var cutOff = SampleCalls.open(tenant);
        transactions.asOperator(() -> rows.insert(List.of(cutOff)));
        journal.ended(cutOff.endingAt(SampleCalls.START.plusSeconds(30)));
        await().atMost(SOON).until(writer::isUpToDate);
        assertThat(fresh.find(List.of(cutOff.id()))).isEmpty();
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        var call = SampleCalls.ended(tenant);
        journal.ended(call);
        await().atMost(SOON).until(() -> find(call).isPresent());

        var rival = new TenantId(Ids.next());

        assertThat(transactions.asTenant(rival, () -> rows.find(call.id()))).isEmpty();
        assertThat(transactions.asTenant(rival, () -> rows.list(CallFilter.ALL, Optional.empty(), 10)))
                .isEmpty();
        assertThat(transactions.asOperator(() -> rows.find(call.id()))).contains(call);
    }

    @Test
    void whatArrivesTwiceIsThereOnce() {
        var call = SampleCalls.ended(tenant);
        journal.ended(call);
        journal.ended(call);
        await().atMost(SOON).until(writer::isUpToDate);

        assertThat(all()).containsExactly(call);
    }

    @Test
    void whileTheDatabaseIsAwayTheJournalKeepsEverythingAndOldSegmentsGoAfterwards() throws Exception {
        source.away = true;
        for (int i = 0; i < 50; i++) {
            journal.ended(SampleCalls.ended(tenant));
        }
        assertThat(new JournalFolder(folder).segments()).hasSizeGreaterThan(5);
        assertThat(writer.isUpToDate()).isFalse();

        source.away = false;

        await().atMost(SOON).until(writer::isUpToDate);
        assertThat(all()).hasSize(50);
        await().atMost(SOON).until(() -> new JournalFolder(folder).segments().size() == 1);
    }

    @Test
    void aWriterThatStartsAgainGoesOnWhereTheLastOneStopped() {
        source.away = true;
        var call = SampleCalls.ended(tenant);
        journal.ended(call);
        writer.close();
        journal.close();

        source.away = false;
        journal = Journal.open(folder, Clock.systemUTC(), 4096);
        writer = RecordWriter.start(journal, target, transactions, node);

        await().atMost(SOON).untilAsserted(() -> assertThat(find(call)).contains(call));
    }

    @Test
    void aHostileCallersNameDoesNotStopTheOthers() {
        var hostile = withCaller(SampleCalls.ended(tenant), "a\u0000b\"',\n\\");
        var harmless = SampleCalls.ended(tenant);

        journal.ended(hostile);
        journal.ended(harmless);

        await().atMost(SOON).until(() -> find(harmless).isPresent());
        assertThat(find(hostile))
                .hasValueSatisfying(call -> assertThat(call.caller().raw()).startsWith("a\ufffdb"));
    }

    @Test
    void anOpenCallThatTheDatabaseRefusesDoesNotStopTheOthers() {
        var refused = SampleCalls.open(tenant);
        var harmless = SampleCalls.open(tenant);
        var ended = SampleCalls.ended(tenant);
        refuseOpen(refused);
        source.away = true;
        journal.open(refused);
        journal.open(harmless);
        journal.ended(ended);

        source.away = false;

        await().atMost(SOON).until(writer::isUpToDate);
        assertThat(openElsewhere()).containsExactly(harmless);
        assertThat(all()).containsExactly(ended);
    }

    @Test
    void aRecordThatTheDatabaseRefusesIsSetAsideAndTheOthersArrive() throws Exception {
        var refused = SampleCalls.ended(tenant);
        asOwner("alter table calls.call_records add check (id <> '" + refused.id() + "')");
        setsAsideAndGoesOn(refused);
    }

    @Test
    void aRecordThatHasNoFormForTheDatabaseIsSetAsideAndTheOthersArrive() throws Exception {
        setsAsideAndGoesOn(SampleCalls.odd(SampleCalls.ended(tenant)));
    }

    private void setsAsideAndGoesOn(CallRecord odd) throws Exception {
        var before = SampleCalls.ended(tenant);
        var after = SampleCalls.ended(tenant);
        source.away = true;
        journal.ended(before);
        journal.ended(odd);
        journal.ended(after);

        source.away = false;

        await().atMost(SOON).until(writer::isUpToDate);
        assertThat(all()).containsExactlyInAnyOrder(before, after);
        assertThat(aside()).containsExactly("call-" + odd.id() + ".json");
        assertThat(CallRecordJson.read(Files.readString(folder.resolve("aside/call-" + odd.id() + ".json"))))
                .isEqualTo(odd);
    }

    @Test
    void anOddOpenCallHoldsUpNothingAndEnds() {
        var odd = SampleCalls.odd(SampleCalls.open(tenant));
        var harmless = SampleCalls.ended(tenant);
        refuseOpen(odd);
        journal.open(odd);
        await().atMost(SOON).until(writer::isUpToDate);
        journal.ended(harmless);
        await().atMost(SOON).until(() -> find(harmless).isPresent());
        journal.ended(odd);
        await().atMost(SOON).until(writer::isUpToDate);

        assertThat(openElsewhere()).isEmpty();
        assertThat(aside()).containsExactly("call-" + odd.id() + ".json");
    }

    /// Damage in the middle of an old segment, in one that is full, and a kind of entry that no release knows.
    @Test
    void whatIsDamagedIsSetAsideAndAllElseArrivesOnce() throws Exception {
        writer.close();
        journal.close();
        source.away = true;
        journal = Journal.open(folder, Clock.systemUTC(), 1024 * 1024);
        var calls = Stream.generate(() -> SampleCalls.ended(tenant)).limit(9).toList();
        long segment = journal.end().segment();
        var ends = calls.stream()
                .map(call -> {
                    journal.ended(call);
                    return journal.end().offset();
                })
                .toList();
        journal.close();
        var file = new JournalFolder(folder).segment(segment);
        var bytes = Files.readAllBytes(file);
        bytes[(int) (ends.get(1) + 100)] ^= 1;
        bytes[(int) (ends.get(4) + 1)] ^= 0x40;
        unknownKind(bytes, ends.get(6).intValue());
        Files.write(file, bytes);

        source.away = false;
        journal = Journal.open(folder, Clock.systemUTC(), 1024 * 1024);
        writer = RecordWriter.start(journal, target, transactions, node);
        journal.ended(calls.getFirst());

        await().atMost(SOON).until(writer::isUpToDate);
        assertThat(all())
                .containsExactlyInAnyOrder(
                        calls.get(0), calls.get(1), calls.get(3), calls.get(4), calls.get(6), calls.get(8));
        assertThat(aside())
                .containsExactlyInAnyOrder(
                        part(segment, ends.get(1)), part(segment, ends.get(4)), part(segment, ends.get(6)));
    }

    /// With the checksum that belongs to it.
    private static void unknownKind(byte[] bytes, int at) {
        var buffer = ByteBuffer.wrap(bytes);
        buffer.put(at + Frame.HEADER, (byte) '?');
        var crc = new CRC32C();
        crc.update(buffer.slice(at + Frame.HEADER, buffer.getInt(at)));
        buffer.putInt(at + 4, (int) crc.getValue());
    }

    private static String part(long segment, long offset) {
        return "journal-%012d-%d.bytes".formatted(segment, offset);
    }

    /// Of the segment that is being written, the files say only so much; the journal knows where it ends.
    @Test
    void damageAtTheVeryEndOfTheCurrentSegmentDoesNotStopTheWriter() throws Exception {
        writer.close();
        source.away = true;
        var whole = SampleCalls.ended(tenant);
        journal.ended(whole);
        var end = journal.end();
        journal.ended(SampleCalls.ended(tenant));
        var file = new JournalFolder(folder).segment(end.segment());
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            channel.position(end.offset() + 50).write(ByteBuffer.wrap(new byte[] {0, 0, 0, 0, 0}));
        }
        // Nothing of this is in memory any more.
        journal.fetch(new Position(end.segment(), 0));

        source.away = false;
        writer = RecordWriter.start(journal, target, transactions, node);
        await().atMost(SOON).until(writer::isUpToDate);
        var later = SampleCalls.ended(tenant);
        journal.ended(later);

        await().atMost(SOON).until(() -> find(later).isPresent());
        assertThat(all()).containsExactlyInAnyOrder(whole, later);
        assertThat(aside()).containsExactly(part(end.segment(), end.offset()));
    }

    /// The journal has gone over to its next segment, and then the record had no form on disk.
    @Test
    void aSegmentThatBeginsWithNothingDoesNotStopTheWriter() throws Exception {
        var lasting = SampleCalls.open(tenant);
        journal.open(lasting);
        while (journal.end().offset() < 4096) {
            journal.ended(SampleCalls.ended(tenant));
        }
        long full = journal.end().segment();
        var huge = SampleCalls.huge(SampleCalls.ended(tenant));
        journal.ended(huge);

        assertThat(journal.end().segment()).isEqualTo(full + 1);
        await().atMost(SOON).until(writer::isUpToDate);
        await().atMost(SOON).until(() -> new JournalFolder(folder).segments().equals(List.of(full + 1)));
        assertThat(aside()).containsExactly("call-" + huge.id() + ".json");
        journal.ended(lasting);
        await().atMost(SOON).until(() -> find(lasting).isPresent());
        assertThat(openElsewhere()).isEmpty();
    }

    private List<String> aside() {
        var names = folder.resolve("aside").toFile().list();
        return names == null ? List.of() : List.of(names);
    }

    private void refuseOpen(CallRecord call) {
        asOwner("alter table calls.open_calls add check (id <> '" + call.id() + "')");
    }

    private void asOwner(String sql) {
        var owner = database.access().owner();
        JdbcClient.create(new DriverManagerDataSource(database.access().url(), owner.role(), owner.password()))
                .sql(sql)
                .update();
    }

    @Test
    void openCallsAreThereForOtherNodesAndGoWhenTheyEnd() {
        var open = SampleCalls.open(tenant);
        journal.open(open);
        await().atMost(SOON).until(() -> openElsewhere().size() == 1);

        journal.ended(open.endingAt(SampleCalls.START.plusSeconds(60)));

        await().atMost(SOON).until(() -> openElsewhere().isEmpty());
        assertThat(all()).hasSize(1);
    }

    @Test
    void aShortCallUnderLoadIsNeverListedAsOpen() {
        refuseEveryOpenCall();
        journal.ended(SampleCalls.ended(tenant));
        await().atMost(SOON).until(writer::isUpToDate);

        // Half a second begins in which entries gather.
        var open = SampleCalls.open(tenant);
        journal.open(open);
        journal.goesOn(open);
        journal.ended(open.endingAt(SampleCalls.START.plusMillis(30)));

        await().atMost(SOON).until(() -> find(open).isPresent());
        assertThat(openElsewhere()).isEmpty();
    }

    /// The writer takes this for a passing failure and tries for ever, so that nothing would arrive.
    private void refuseEveryOpenCall() {
        asOwner("""
                create function calls.refuse() returns trigger language plpgsql as
                $$ begin raise exception 'no open call is expected'; end $$
                """);
        asOwner("create trigger refuse before insert on calls.open_calls for each row execute function calls.refuse()");
    }

    @Test
    void aCallThatAnEarlierProcessListedAsOpenIsClosedAndNoLongerListed() {
        var open = SampleCalls.open(tenant);
        journal.open(open);
        await().atMost(SOON).until(() -> openElsewhere().size() == 1);
        writer.close();
        journal.close();

        journal = Journal.open(folder, Clock.systemUTC(), 4096);
        writer = RecordWriter.start(journal, target, transactions, node);

        await().atMost(SOON).until(() -> openElsewhere().isEmpty());
        assertThat(find(open))
                .hasValueSatisfying(call -> assertThat(call.end().reason()).isEqualTo(EndReason.PLATFORM_FAILURE));
    }

    /// More than memory takes, over many segments, while the database comes and goes.
    @Test
    void everyCallArrivesOnceThoughMemoryOverflowsAndTheDatabaseComesAndGoes() {
        writer.close();
        journal.close();
        journal = Journal.open(folder, Clock.systemUTC(), new Journal.Limits(20_000, 15_000));
        writer = RecordWriter.start(journal, target, transactions, node);
        var calls = Stream.generate(() -> SampleCalls.open(tenant)).limit(300).toList();

        for (int i = 0; i < calls.size(); i++) {
            source.away = i % 100 > 50;
            journal.open(calls.get(i));
            if (i >= 5) {
                journal.ended(calls.get(i - 5));
            }
        }
        source.away = false;

        await().atMost(SOON).until(writer::isUpToDate);
        assertThat(all()).containsExactlyInAnyOrderElementsOf(calls.subList(0, calls.size() - 5));
        assertThat(openElsewhere()).containsExactlyInAnyOrderElementsOf(calls.subList(calls.size() - 5, calls.size()));
    }

    @Test
    void theCallsOfADeadNodeAreClosedByAnotherAtItsLastSignOfLife() {
        var open = SampleCalls.open(tenant);
        transactions.asOperator(() -> {
            rows.renewLease(node.id(), Duration.ofMillis(1));
            rows.putOpen(node.id(), List.of(open));
        });

        var other = new NodeIdentity(Ids.next());
        try (var lease = NodeLease.start(
                rows, transactions, other, new NodeLease.Terms(Duration.ofMillis(20), Duration.ofMillis(100)))) {
            assertThat(lease).isNotNull();
            await().atMost(SOON).until(() -> find(open).isPresent());
        }

        assertThat(find(open)).hasValueSatisfying(call -> {
            assertThat(call.end().reason()).isEqualTo(EndReason.PLATFORM_FAILURE);
            assertThat(call.times().endedAt()).isAfter(open.times().endedAt());
        });
        assertThat(openElsewhere()).isEmpty();
    }

    @Test
    void aNodeThatRenewsItsLeaseKeepsItsCalls() {
        var open = SampleCalls.open(tenant);
        transactions.asOperator(() -> {
            rows.renewLease(node.id(), Duration.ofMinutes(1));
            rows.putOpen(node.id(), List.of(open));
        });

        var orphans = transactions.asOperator(() -> rows.orphans(Ids.next(), 10));

        assertThat(orphans).isEmpty();
    }

    @Test
    void listsFilterAndPageNewestFirst() {
        var first = SampleCalls.ended(tenant);
        var second = SampleCalls.call(tenant, EndReason.BUSY);
        var third = SampleCalls.ended(tenant);
        transactions.asOperator(() -> rows.insert(List.of(first, second, third)));

        assertThat(all()).containsExactly(third, second, first);
        assertThat(asTenant(() -> rows.list(CallFilter.ALL, Optional.of(second.id()), 10)))
                .containsExactly(first);
        var busy = new CallFilter(null, null, "4008888888", "13812345678", EndReason.BUSY, Duration.ofSeconds(60));
        assertThat(asTenant(() -> rows.list(busy, Optional.empty(), 10))).containsExactly(second);
        var tooLong = new CallFilter(null, null, null, null, null, Duration.ofSeconds(61));
        assertThat(asTenant(() -> rows.list(tooLong, Optional.empty(), 10))).isEmpty();
        var before = new CallFilter(null, SampleCalls.START, null, null, null, null);
        assertThat(asTenant(() -> rows.list(before, Optional.empty(), 10))).isEmpty();
    }

    private static CallRecord withCaller(CallRecord call, String raw) {
        return new CallRecord(
                call.id(),
                call.tenant(),
                call.number(),
                new CallerNumber(raw, raw, CallerNumber.Kind.UNKNOWN),
                call.plan(),
                call.times(),
                call.steps(),
                call.attempts(),
                call.end(),
                call.route(),
                call.quality());
    }

    private Optional<CallRecord> find(CallRecord call) {
        return asTenant(() -> rows.find(call.id()));
    }

    private List<CallRecord> all() {
        return asTenant(() -> rows.list(CallFilter.ALL, Optional.empty(), 1000));
    }

    private List<CallRecord> openElsewhere() {
        return asTenant(() -> rows.openElsewhere(new UUID(0, 1), 10));
    }

    private <T> T asTenant(Supplier<T> work) {
        return transactions.asTenant(tenant, work);
    }
}
