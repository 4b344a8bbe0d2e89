package org.hotline400.server.statistics.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hotline400.server.statistics.internal.CountedCalls.BEIJING;
import static org.hotline400.server.statistics.internal.CountedCalls.aCall;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline400.server.calls.CallFeed;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.calls.Why;
import org.hotline400.server.calls.internal.CallRecordRows;
import org.hotline400.server.calls.internal.FreshRecords;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.regions.Region;
import org.hotline400.server.statistics.CallerFigures;
import org.hotline400.server.statistics.Count;
import org.hotline400.server.statistics.Figures;
import org.hotline400.server.statistics.MissedCaller;
import org.hotline400.server.statistics.Period;
import org.hotline400.server.statistics.Question;
import org.hotline400.server.statistics.StepFigures;
import org.hotline400.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// From records to figures.
@Timeout(120)
class CountingTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);

    private final TenantId shop = new TenantId(Ids.next());
    private final TenantId rival = new TenantId(Ids.next());
    private final TestDatabase database = TestDatabase.create();
    private final Transactions transactions = database.transactions();
    private final CallRecordRows records = new CallRecordRows(database.template());
    private final Counter counter = new Counter(
            new CallFeed(database.jdbc(), records, new FreshRecords()),
            new CountingRows(database.jdbc()),
            transactions);
    private final CountedRows rows = new CountedRows(database.jdbc());
    private final CallerRows callers = new CallerRows(database.jdbc());
    private final TurnRows turns = new TurnRows(database.jdbc());

    @AfterEach
    void close() {
        database.close();
    }

    private void count(CountedCalls... calls) {
        transactions.asOperator(() ->
                records.insert(List.of(calls).stream().map(CountedCalls::record).toList()));
        var counted = new AtomicInteger();
        // Somebody else's transaction in the same cluster may hold the feed back for a moment.
        await().atMost(SOON).until(() -> counted.addAndGet(counter.step()) >= calls.length);
    }

    private Question question(TenantId tenant, LocalDate from, int days) {
        return new Question(new Period(from, from.plusDays(days)), Optional.of(tenant), Optional.empty());
    }

    private Figures figures(Question question) {
        return transactions.asTenant(question.tenant().orElseThrow(), () -> rows.figures(question));
    }

    @Test
    void aDayBeginsAtMidnightInChinaAndTheOneBeforeIsBeside() {
        count(
                aCall(shop, "2026-03-03T00:00").answered(10, 20),
                aCall(shop, "2026-03-03T23:59").home(BEIJING),
                aCall(shop, "2026-03-04T00:00"),
                aCall(shop, "2026-03-02T23:59"),
                aCall(shop, "2026-03-01T12:00"),
                aCall(rival, "2026-03-03T12:00"));

        var figures = figures(question(shop, TUESDAY, 1));

        int midnight = new Period(TUESDAY, TUESDAY.plusDays(1)).firstHour();
        assertThat(figures.hours())
                .containsOnly(
                        entry(midnight, new Count(1, 1, 0, 10_000, 20_000)),
                        entry(midnight + 23, new Count(1, 0, 1, 0, 0)),
                        entry(midnight - 1, new Count(1, 0, 1, 0, 0)));
        assertThat(figures.places())
                .extracting(
                        Figures.Placed::province,
                        one -> one.count().now().calls(),
                        one -> one.count().before().calls())
                .containsExactly(tuple("北京", 1L, 0L), tuple("广东", 1L, 1L));
        assertThat(figures.talks()).containsOnlyKeys(1);
        assertThat(figures.reasons().get("no-answer").now().calls()).isEqualTo(1);
        assertThat(figures.reasons().get("no-answer").before().calls()).isEqualTo(1);
    }

    @Test
    void oneNumberMayBeAskedFor() {
        count(aCall(shop, "2026-03-03T10:00"), aCall(shop, "2026-03-03T10:00").to("4006666666"));

        var question = new Question(
                new Period(TUESDAY, TUESDAY.plusDays(1)),
                Optional.of(shop),
                Optional.of(new HotlineNumber("4006666666")));

        assertThat(figures(question).hours().values()).extracting(Count::calls).containsExactly(1L);
    }

    @Test
    void whoWasKeptOutOrServedByAnAnnouncementWasNotMissed() {
        count(
                aCall(shop, "2026-03-03T10:00").ended(EndReason.REJECTED_BLACKLIST),
                aCall(shop, "2026-03-03T10:01").ended(EndReason.COMPLETED),
                aCall(shop, "2026-03-03T10:02").ended(EndReason.VOICEMAIL),
                aCall(shop, "2026-03-03T10:03")
                        .answered(5, 2)
                        .because("staff", Why.TALK_TOO_SHORT, Map.of("seconds", "2", "least", "5")));

        assertThat(figures(question(shop, TUESDAY, 1)).hours().values())
                .extracting(Count::calls, Count::answered, Count::missed)
                .containsExactly(tuple(4L, 0L, 1L));
    }

    @Test
    void nothingIsCountedTwiceNorOnTwoNodesAtOnce() {
        count(aCall(shop, "2026-03-03T10:00"));
        assertThat(counter.step()).isZero();

        transactions.asOperator(() -> new CountingRows(database.jdbc()).moveCursor(new CallFeed.Position(0, 0)));
        await().atMost(SOON).until(() -> counter.step() == 1);

        assertThat(figures(question(shop, TUESDAY, 1)).hours().values())
                .extracting(Count::calls)
                .containsExactly(1L);
    }

    @Test
    void menusTellWhichKeysWerePressedAndWhereCallersLeft() {
        count(
                aCall(shop, "2026-03-03T10:00").pressed("menu", "1", "sales").answered(9, 60),
                aCall(shop, "2026-03-03T10:01").pressed("menu", "1", "sales"),
                aCall(shop, "2026-03-03T10:02").pressed("menu", "2", "more").ended(EndReason.ABANDONED_IN_IVR),
                aCall(shop, "2026-03-03T10:03")
                        .because("menu", Why.KEY_MISSING, Map.of("try", "1", "tries", "2"))
                        .ended(EndReason.ABANDONED_IN_IVR),
                aCall(shop, "2026-03-03T10:04").because("menu", Why.TRIES_SPENT, Map.of("tries", "2", "next", "staff")),
                aCall(rival, "2026-03-03T10:05").pressed("menu", "1", "sales"));

        var question = question(shop, TUESDAY, 1);
        assertThat(transactions.asTenant(shop, () -> turns.steps(question)))
                .containsExactly(
                        new StepFigures(
                                "4008888888",
                                "menu",
                                List.of(
                                        new StepFigures.Choice("1", "sales", 2),
                                        new StepFigures.Choice("2", "more", 1)),
                                1,
                                1),
                        new StepFigures("4008888888", "more", List.of(), 0, 1));
    }

    @Test
    void whoCallsMostComesFirstAndWhoWithholdsHisNumberNotAtAll() {
        count(
                aCall(shop, "2026-03-03T10:00").from("13900000001").answered(5, 60),
                aCall(shop, "2026-03-03T11:00").from("13900000001").home(BEIJING),
                aCall(shop, "2026-03-03T12:00").from("13900000002"),
                aCall(shop, "2026-03-03T12:00").from(""),
                aCall(rival, "2026-03-03T12:00").from("13900000003"));

        var question = question(shop, TUESDAY, 1);
        assertThat(transactions.asTenant(shop, () -> callers.top(question, 10)))
                .extracting(
                        CallerFigures::caller, CallerFigures::calls, CallerFigures::answered, CallerFigures::talkMillis)
                .containsExactly(tuple("13900000001", 2L, 1L, 60_000L), tuple("13900000002", 1L, 0L, 0L));
    }

    @Test
    void whoWasMissedWaitsUntilSomebodyTalksWithHim() {
        count(
                aCall(shop, "2026-03-03T10:00").from("13900000001"),
                aCall(shop, "2026-03-03T11:00").from("13900000001").ended(EndReason.BUSY),
                aCall(shop, "2026-03-03T10:00").from("13900000002"),
                aCall(shop, "2026-03-05T10:00").from("13900000002").answered(5, 60),
                aCall(shop, "2026-03-03T09:00").from("13900000003").answered(5, 60),
                aCall(shop, "2026-03-03T10:30").from("13900000003"),
                aCall(shop, "2026-03-03T10:40").from("13900000003").ended(EndReason.REJECTED_BLACKLIST),
                aCall(rival, "2026-03-03T12:00").from("13900000004"));

        var question = question(shop, TUESDAY, 1);
        assertThat(transactions.asTenant(shop, () -> callers.toReturn(question, 10)))
                .extracting(MissedCaller::caller, MissedCaller::times, MissedCaller::endReason)
                .containsExactly(tuple("13900000001", 2L, "busy"), tuple("13900000003", 1L, "no-answer"));
    }

    @Test
    void aTenantSeesNothingOfAnothersWhateverItAsks() {
        count(aCall(rival, "2026-03-03T12:00").pressed("menu", "1", "sales"));

        var prying = question(rival, TUESDAY, 1);
        var everything = new Question(prying.period(), Optional.empty(), Optional.empty());
        for (var question : List.of(prying, everything)) {
            assertThat(transactions.asTenant(shop, () -> rows.figures(question)).hours())
                    .isEmpty();
            assertThat(transactions.asTenant(shop, () -> turns.steps(question))).isEmpty();
            assertThat(transactions.asTenant(shop, () -> callers.top(question, 10)))
                    .isEmpty();
            assertThat(transactions.asTenant(shop, () -> callers.toReturn(question, 10)))
                    .isEmpty();
        }
    }

    @Test
    void recordsOfEarlierReleasesAreCountedToo() {
        CallRecord old = aCall(shop, "2026-03-03T10:00").home(Region.UNKNOWN).record();
        assertThat(CountedCall.of(old).adcode()).isZero();
    }
}
