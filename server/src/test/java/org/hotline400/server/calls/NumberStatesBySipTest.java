package org.hotline400.server.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.hotline400.server.calls.PlanDirectory.Listing;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.numbers.NumberChange;
import org.hotline400.server.numbers.NumberDirectory;
import org.hotline400.server.numbers.NumberEvent;
import org.hotline400.server.numbers.NumberInService;
import org.hotline400.server.numbers.NumberStatus;
import org.hotline400.server.numbers.Upgrade;
import org.hotline400.server.testing.SipServer;
import org.hotline400.simulator.Call;
import org.hotline400.simulator.Order;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What callers hear of a number that is not in service, by real SIP calls. The system's words are put into
/// tones by the enterprise's own recordings of them.
@Execution(ExecutionMode.CONCURRENT)
class NumberStatesBySipTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration HEARD = Duration.ofMillis(300);
    private static final Duration WORD = Duration.ofSeconds(1);
    private static final Actor OPERATOR = new Actor("Operator", "in a test");
    private static final String PLAN = """
            {"start": "end", "steps": {"end": {"type": "hang-up"}}}
            """;

    private static SipServer server;

    @BeforeAll
    static void start() throws IOException {
        server = SipServer.start();
        server.addTone("system-number-changed", 500, WORD);
        server.addTone("system-say-4", 700, WORD);
        server.addTone("system-say-3", 900, WORD);
        server.addTone("system-suspended", 1100, WORD);
        server.addTone("system-arrears", 1500, WORD);
        server.addTone("system-number-out-of-use", 1300, WORD);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HotlineNumbers numbers() {
        return server.bean(HotlineNumbers.class);
    }

    private static void awaitStatus(HotlineNumber number, NumberStatus status) {
        await(number + " is " + status)
                .atMost(SOON)
                .until(() -> server.bean(NumberDirectory.class)
                        .find(number)
                        .map(NumberInService::status)
                        .filter(status::equals)
                        .isPresent());
    }

    private static void happen(HotlineNumber number, NumberEvent event, NumberStatus then) {
        assertThat(numbers().apply(number, event, OPERATOR)).isInstanceOf(NumberChange.Done.class);
        awaitStatus(number, then);
    }

    private static Call call(HotlineNumber number, String caller) {
        return server.carrier().call(Order.to(number.digits()).from(caller));
    }

    @Test
    void callersOfAReplacedNumberHearTheNewOneDigitByDigit() throws InterruptedException {
        var old = server.addNumber(PLAN);
        // 400-333-…: a four, two noughts, threes.
        var successor = server.addNumber(PLAN);
        numbers().upgrade(new Upgrade(old, successor, Optional.empty()), OPERATOR);
        awaitStatus(old, NumberStatus.REPLACED);

        var call = call(old, "13900000101");
        call.heard().awaitTone(500, HEARD, SOON);
        call.heard().awaitTone(700, HEARD, SOON);
        call.heard().awaitTone(900, HEARD, SOON);
        var ending = call.awaitEnded(Duration.ofSeconds(60));

        assertThat(call.answeredAt()).as("nobody pays for hearing that").isEmpty();
        assertThat(ending.status()).isEqualTo(410);
        assertThat(ending.q850()).hasValue(22);
        var record = record("13900000101");
        assertThat(record.tenant()).isEqualTo(server.tenant());
        assertThat(record.end())
                .isEqualTo(new CallRecord.End(EndReason.NOT_IN_SERVICE, HangupSide.PLATFORM, "replaced"));
        assertThat(record.steps()).singleElement().satisfies(step -> {
            assertThat(step.why()).isEqualTo(Why.NUMBER_REPLACED);
            assertThat(step.facts()).containsEntry("successor", successor.display());
        });
    }

    @Test
    void callersOfACancelledNumberHearThatItIsOutOfUse() throws InterruptedException {
        var number = server.addNumber(PLAN);
        happen(number, NumberEvent.CANCEL, NumberStatus.CANCELLED);

        var call = call(number, "13900000102");
        call.heard().awaitTone(1300, HEARD, SOON);
        var ending = call.awaitEnded(SOON);

        assertThat(call.answeredAt()).isEmpty();
        assertThat(ending.status()).isEqualTo(480);
        assertThat(record("13900000102").end())
                .isEqualTo(new CallRecord.End(EndReason.NOT_IN_SERVICE, HangupSide.PLATFORM, "cancelled"));
    }

    @Test
    void callersOfABarredNumberHearThatItIsSuspended() throws InterruptedException {
        var number = server.addNumber(PLAN);
        happen(number, NumberEvent.BAR, NumberStatus.BARRED);

        var call = call(number, "13900000103");
        call.heard().awaitTone(1100, HEARD, SOON);
        call.awaitEnded(SOON);

        assertThat(record("13900000103").end())
                .isEqualTo(new CallRecord.End(EndReason.NOT_IN_SERVICE, HangupSide.PLATFORM, "barred"));
    }

    @Test
    void callersOfANumberWhoseBillIsNotPaidHearNoMoreThanThatItIsSuspended() throws InterruptedException {
        var number = server.addNumber(PLAN);
        happen(number, NumberEvent.SUSPEND_FOR_ARREARS, NumberStatus.ARREARS_SUSPENDED);

        var call = call(number, "13900000105");
        call.heard().awaitTone(1500, HEARD, SOON);
        var ending = call.awaitEnded(SOON);

        assertThat(call.answeredAt()).isEmpty();
        assertThat(ending.status()).isEqualTo(480);
        assertThat(ending.q850()).hasValue(21);
        assertThat(record("13900000105").end())
                .isEqualTo(new CallRecord.End(EndReason.REJECTED_ARREARS, HangupSide.PLATFORM, "arrears-suspended"));
    }

    @Test
    void aHeldNumberDoesNotExistForCallers() throws InterruptedException {
        var number = new HotlineNumber("4003300001");
        numbers().hold(number, server.tenant(), OPERATOR);
        awaitStatus(number, NumberStatus.HELD);

        var ending = call(number, "13900000104").awaitEnded(SOON);

        assertThat(ending.status()).isEqualTo(404);
        assertThat(record("13900000104").end().reason()).isEqualTo(EndReason.UNKNOWN_NUMBER);
        assertThat(record("13900000104").tenant()).isEqualTo(TenantId.OPERATOR);
    }

    @Test
    void aReferralFollowsTheHolderAndNeverLeadsToAStranger() {
        var first = server.addNumber(PLAN);
        var second = server.addNumber(PLAN);
        var third = server.addNumber(PLAN);
        numbers().upgrade(new Upgrade(first, second, Optional.empty()), OPERATOR);
        numbers().upgrade(new Upgrade(second, third, Optional.empty()), OPERATOR);
        awaitStatus(second, NumberStatus.REPLACED);

        assertThat(listing(first))
                .isInstanceOfSatisfying(
                        Listing.Replaced.class,
                        referral -> assertThat(referral.successor()).isEqualTo(third));

        happen(third, NumberEvent.CANCEL, NumberStatus.CANCELLED);
        assertThat(listing(first)).isInstanceOf(Listing.NotInService.class);
        happen(third, NumberEvent.RESUME, NumberStatus.ACTIVE);
        numbers().transfer(third, TenantId.OPERATOR, OPERATOR);
        await().atMost(SOON).until(() -> listing(first) instanceof Listing.NotInService);
    }

    @Test
    void aTransferredNumberWaitsForItsNewOwnersPlan() {
        var number = server.addNumber(PLAN);
        assertThat(listing(number)).isInstanceOf(Listing.InService.class);

        numbers().transfer(number, TenantId.OPERATOR, OPERATOR);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(listing(number)).isEqualTo(new Listing.WithoutPlan(TenantId.OPERATOR)));
    }

    private static Listing listing(HotlineNumber number) {
        return server.bean(PlanDirectory.class).find(number);
    }

    /// The record of the one call of this caller, once it is written.
    private static CallRecord record(String caller) {
        var filter = new CallFilter(null, null, null, caller, null, null);
        return await("the record of the call from " + caller)
                .atMost(SOON)
                .until(
                        () -> server.bean(Transactions.class)
                                .asOperator(() -> server.bean(CallRecords.class)
                                        .list(filter, Optional.empty(), 10)
                                        .items()),
                        records -> records.size() == 1)
                .getFirst();
    }
}
