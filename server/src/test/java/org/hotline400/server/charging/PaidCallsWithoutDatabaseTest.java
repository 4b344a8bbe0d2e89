package org.hotline400.server.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.calls.StepTaken;
import org.hotline400.server.calls.Why;
import org.hotline400.server.database.DatabaseHealth;
import org.hotline400.server.database.DatabaseServer;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.testing.SipServer;
import org.hotline400.simulator.Behaviour;
import org.hotline400.simulator.Call;
import org.hotline400.simulator.Order;
import org.hotline400.simulator.Voice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The database goes away under calls that are paid for.
@Timeout(240)
class PaidCallsWithoutDatabaseTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration HEARD = Duration.ofMillis(300);
    private static final int TARGET = 700;

    private static Call call(SipServer server, CallsCustomer customer, String caller) {
        return server.carrier()
                .call(Order.to(customer.number.digits()).from(caller).saying(Voice.tone(400)));
    }

    @Test
    void whoPaysLaterGoesOnAndWhoPaysBeforeTalksForWhatIsReserved() throws Exception {
        try (var server = SipServer.start()) {
            var context = server.context();
            CallsCustomer.offer(context);
            var before = CallsCustomer.sign(context, 0, "1.00");
            var another = CallsCustomer.sign(context, 0, "1.00");
            var later = CallsCustomer.sign(context, 0, "0.00");
            later.paysLater("10.00");
            var mobile = server.carrier()
                    .phone(before.mobile(), Behaviour.answersAfter(Duration.ofSeconds(12), Voice.tone(TARGET)));
            server.carrier().phone(later.mobile(), Behaviour.answers(Voice.tone(TARGET)));
            var postgres = server.bean(DatabaseServer.class).embedded().orElseThrow();

            var live = call(server, before, "13900000301");
            var target = mobile.awaitCall(SOON);
            postgres.stop();
            try {
                await().atMost(SOON)
                        .until(() -> !server.bean(DatabaseHealth.class).isUp());

                var refused = call(server, another, "13900000302").awaitEnded(SOON);
                assertThat(refused.status()).isEqualTo(503);
                var unsecured = call(server, later, "13900000303");
                unsecured.heard().awaitTone(TARGET, HEARD, SOON);
                unsecured.hangUp();

                // The block that was reserved at its admission.
                target.awaitAnswered(SOON);
                var talked = Duration.between(
                        target.answeredAt().orElseThrow(), live.awaitEnded(SOON).at());
                assertThat(talked.minusSeconds(6).toMillis()).isBetween(-300L, 1_000L);
            } finally {
                postgres.resume();
            }
            await().atMost(SOON).until(() -> server.bean(DatabaseHealth.class).isUp());

            assertThat(before.record("13900000301").end().reason()).isEqualTo(EndReason.FUNDS_EXHAUSTED);
            assertThat(before.settled(1).getFirst().cost()).isEqualTo(Money.parse("0.02"));
            assertThat(before.standing().balance()).isEqualTo(Money.parse("0.98"));
            assertThat(another.record("13900000302").end().reason()).isEqualTo(EndReason.PLATFORM_FAILURE);
            assertThat(another.settled(0)).isEmpty();
            assertThat(later.record("13900000303").steps())
                    .extracting(StepTaken::why)
                    .contains(Why.CREDIT_OF_THIS_NODE);
            assertThat(later.settled(1).getFirst().cost()).isEqualTo(Money.parse("0.02"));
            assertThat(later.standing().balance()).isEqualTo(Money.parse("-0.02"));
        }
    }
}
