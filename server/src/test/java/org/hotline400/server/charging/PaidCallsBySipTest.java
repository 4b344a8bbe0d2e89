package org.hotline400.server.charging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.calls.HangupSide;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.numbers.NumberStatus;
import org.hotline400.server.testing.SipServer;
import org.hotline400.simulator.Behaviour;
import org.hotline400.simulator.Call;
import org.hotline400.simulator.Order;
import org.hotline400.simulator.SimulatedPhone;
import org.hotline400.simulator.Voice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.context.ApplicationContext;

/// Customers' calls by real SIP, from their money to their record, their charge and the next call.
@Execution(ExecutionMode.CONCURRENT)
@Timeout(180)
class PaidCallsBySipTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration BEEP = Duration.ofMillis(160);
    private static final Duration HEARD = Duration.ofMillis(300);
    private static final int WARNING = 1400;
    private static final int ARREARS = 1100;
    private static final int TARGET = 700;
    /// How far before and behind the right second the phones may see the end: the record has it to the millisecond.
    private static final long EARLY = 300;

    private static final long LATE = 1_000;

    private static SipServer server;

    @BeforeAll
    static void start() throws IOException {
        server = SipServer.start();
        CallsCustomer.offer(context());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static ApplicationContext context() {
        return server.context();
    }

    private static CallsCustomer customer(long seconds, String yuan) {
        var customer = CallsCustomer.sign(context(), seconds, yuan);
        server.addTone(customer.tenant, "system-arrears", ARREARS, Duration.ofSeconds(1));
        return customer;
    }

    private static SimulatedPhone mobileOf(CallsCustomer customer, Behaviour behaviour) {
        return server.carrier().phone(customer.mobile(), behaviour);
    }

    private static Call call(CallsCustomer customer, String caller) {
        return server.carrier()
                .call(Order.to(customer.number.digits()).from(caller).saying(Voice.tone(400)));
    }

    private static void thenBothAreWarnedAndCut(Call caller, Call target, Duration paid) throws InterruptedException {
        caller.heard().awaitTone(WARNING, BEEP, SOON);
        target.heard().awaitTone(WARNING, BEEP, SOON);
        var from = target.answeredAt().orElseThrow();
        for (var side : new Call[] {caller, target}) {
            var talked = Duration.between(from, side.awaitEnded(SOON).at());
            assertThat(talked.minus(paid).toMillis()).isBetween(-EARLY, LATE);
        }
    }

    private static void thenItIsRefusedForArrears(CallsCustomer customer, String caller) throws InterruptedException {
        var refused = call(customer, caller);
        refused.heard().awaitTone(ARREARS, HEARD, SOON);
        var ending = refused.awaitEnded(SOON);
        assertThat(refused.answeredAt()).as("nobody pays for hearing that").isEmpty();
        assertThat(ending.status()).isEqualTo(480);
        assertThat(ending.q850()).hasValue(21);
        assertThat(customer.record(caller).end().reason()).isEqualTo(EndReason.REJECTED_ARREARS);
    }

    @Test
    void moneyForTwelveSecondsIsTwelveSecondsAndTheNextCallComesThroughWhenMoneyDoes() throws Exception {
        var customer = customer(0, "0.04");
        var mobile = mobileOf(customer, Behaviour.answers(Voice.tone(TARGET)));

        var call = call(customer, "13900000201");
        thenBothAreWarnedAndCut(call, mobile.awaitCall(SOON).awaitAnswered(SOON), Duration.ofSeconds(12));

        var record = customer.record("13900000201");
        assertThat(record.end()).isEqualTo(new CallRecord.End(EndReason.FUNDS_EXHAUSTED, HangupSide.PLATFORM, ""));
        assertThat(record.talks())
                .singleElement()
                .satisfies(
                        talk -> assertThat(talk.length()).isBetween(Duration.ofMillis(11_999), Duration.ofSeconds(12)));
        assertThat(customer.settled(1)).singleElement().satisfies(leg -> {
            assertThat(leg.charged()).isEqualTo(12);
            assertThat(leg.cost()).isEqualTo(Money.parse("0.04"));
            assertThat(leg.unsecured()).isEqualTo(Money.ZERO);
        });
        assertThat(customer.standing().balance()).isEqualTo(Money.ZERO);

        customer.awaitStatus(NumberStatus.ARREARS_SUSPENDED);
        thenItIsRefusedForArrears(customer, "13900000202");

        customer.topUp("1.00");
        customer.awaitStatus(NumberStatus.ACTIVE);
        var again = call(customer, "13900000203");
        again.heard().awaitTone(TARGET, HEARD, SOON);
        again.hangUp();
        assertThat(customer.settled(2)).hasSize(2);
        assertThat(customer.record("13900000203").end().reason()).isEqualTo(EndReason.COMPLETED);
    }

    @Test
    void ofTwoCallsOnOnePriceTheSecondIsRefused() throws Exception {
        var customer = customer(0, "0.02");
        var mobile = mobileOf(customer, Behaviour.answersAfter(Duration.ofSeconds(4), Voice.tone(TARGET)));

        var first = call(customer, "13900000211");
        mobile.awaitCall(SOON);
        thenItIsRefusedForArrears(customer, "13900000212");
        first.heard().awaitTone(TARGET, HEARD, SOON);
        first.hangUp();

        assertThat(customer.settled(1).getFirst().cost()).isEqualTo(Money.parse("0.02"));
        assertThat(customer.standing().balance()).isEqualTo(Money.ZERO);
        assertThat(mobile.timesCalled()).isEqualTo(1);
    }

    @Test
    void aCallThatOutlastsItsBundledSecondsGoesOnForMoney() throws Exception {
        var customer = customer(6, "0.02");
        var mobile = mobileOf(customer, Behaviour.answers(Voice.tone(TARGET)));

        var call = call(customer, "13900000221");
        thenBothAreWarnedAndCut(call, mobile.awaitCall(SOON).awaitAnswered(SOON), Duration.ofSeconds(12));

        assertThat(customer.settled(1)).singleElement().satisfies(leg -> {
            assertThat(leg.charged()).isEqualTo(12);
            assertThat(leg.covered()).isEqualTo(6);
            assertThat(leg.cost()).isEqualTo(Money.parse("0.02"));
        });
        assertThat(customer.standing().minutes()).isZero();
        assertThat(customer.standing().balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void callsThatNobodyAnswersCostNothing() throws Exception {
        var customer = customer(0, "0.02");
        mobileOf(customer, Behaviour.busy());

        for (var caller : Stream.of("13900000231", "13900000232").toList()) {
            call(customer, caller).awaitEnded(SOON);
            assertThat(customer.record(caller).end().reason()).isEqualTo(EndReason.BUSY);
            // The next one can be paid once this one has given back what it reserved.
            assertThat(customer.settled(0)).isEmpty();
        }

        assertThat(customer.standing().balance()).isEqualTo(Money.parse("0.02"));
    }
}
