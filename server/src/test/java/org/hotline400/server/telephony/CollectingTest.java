package org.hotline400.server.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline400.server.telephony.LabOrders.HALF;
import static org.hotline400.server.telephony.PhoneLab.SOON;
import static org.hotline400.server.telephony.PhoneLab.tone;

import java.time.Duration;
import java.util.Optional;
import org.hotline400.server.calls.CallerGoneException;
import org.hotline400.server.calls.CollectTerms;
import org.hotline400.server.calls.Collected;
import org.hotline400.server.calls.Collected.EndedBy;
import org.hotline400.server.calls.Keypress;
import org.hotline400.simulator.Order;
import org.hotline400.simulator.Talk;
import org.hotline400.simulator.Voice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Callers who type a number, over real SIP and RTP.
@Execution(ExecutionMode.CONCURRENT)
@Timeout(60)
class CollectingTest {
    private static final CollectTerms ORDER_NUMBER =
            new CollectTerms(4, 8, Optional.of('#'), Duration.ofSeconds(5), Duration.ofSeconds(2));

    @Test
    void theFirstKeyCutsTheAnnouncementShortAndTheTerminatorEndsTheNumber() throws Exception {
        try (var lab = PhoneLab.leading(phone -> phone.collect(tone("tone-1000-20000"), ORDER_NUMBER))) {
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            call.heard().awaitTone(1000, HALF, SOON);
            call.press("4711#");
            assertThat(lab.outcome()).isEqualTo(new Collected.Complete("4711", EndedBy.TERMINATOR));
            assertThat(call.answeredAt()).isPresent();
            assertThat(call.heard().length()).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void asManyKeysAsMayBeEndTheNumberAndFurtherOnesAreKept() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            var number = phone.collect(tone("tone-1000-5000"), ORDER_NUMBER);
            return number + " " + phone.ask(tone("tone-1100-5000"), Duration.ofSeconds(5));
        })) {
            lab.simulator
                    .carrier()
                    .call("4008888888", "13812345678")
                    .awaitAnswered(SOON)
                    .press("123456789");
            assertThat(lab.outcome())
                    .isEqualTo(new Collected.Complete("12345678", EndedBy.MOST) + " " + new Keypress.Pressed('9'));
        }
    }

    @Test
    void aPauseEndsTheNumber() throws Exception {
        try (var lab = PhoneLab.leading(phone -> phone.collect(tone("tone-1000-500"), ORDER_NUMBER))) {
            lab.simulator
                    .carrier()
                    .call("4008888888", "13812345678")
                    .awaitAnswered(SOON)
                    .press("12345");
            assertThat(lab.outcome()).isEqualTo(new Collected.Complete("12345", EndedBy.PAUSE));
        }
    }

    @Test
    void fewerKeysThanWantedAreTooFew() throws Exception {
        try (var lab = PhoneLab.leading(phone -> phone.collect(tone("tone-1000-500"), ORDER_NUMBER))) {
            lab.simulator
                    .carrier()
                    .call("4008888888", "13812345678")
                    .awaitAnswered(SOON)
                    .press("*1#");
            assertThat(lab.outcome()).isEqualTo(new Collected.TooFew("*1", EndedBy.TERMINATOR));
        }
    }

    @Test
    void keysTypedAheadCountAndTheAnnouncementIsNotPlayed() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            var choice = phone.ask(tone("tone-1000-9000"), Duration.ofSeconds(5));
            phone.play(tone("tone-1200-2000"));
            return choice + " " + phone.collect(tone("tone-1100-9000"), ORDER_NUMBER);
        })) {
            var call = lab.simulator.carrier().call("4008888888", "13812345678");
            call.awaitAnswered(SOON).press("14711#");
            assertThat(lab.outcome())
                    .isEqualTo(new Keypress.Pressed('1') + " " + new Collected.Complete("4711", EndedBy.TERMINATOR));
            assertThat(call.heard().tone(1100, Duration.ofMillis(100))).isFalse();
        }
    }

    @Test
    void keysInInfoCount() throws Exception {
        try (var lab = PhoneLab.leading(phone -> phone.collect(tone("tone-1000-9000"), ORDER_NUMBER))) {
            var call = lab.simulator
                    .carrier()
                    .call(Order.to("4008888888")
                            .talking(Talk.saying(Voice.tone(400)).withoutTelephoneEvents()));
            call.heard().awaitTone(1000, HALF, SOON);
            for (var key : "4711#".toCharArray()) {
                call.pressInInfo(key, "application/dtmf-relay");
            }
            assertThat(lab.outcome()).isEqualTo(new Collected.Complete("4711", EndedBy.TERMINATOR));
        }
    }

    @Test
    void aCallerWhoTypesNothingIsNotWaitedForLongerThanAgreed() throws Exception {
        var terms = new CollectTerms(1, 4, Optional.empty(), Duration.ofMillis(300), Duration.ofSeconds(2));
        try (var lab = PhoneLab.leading(phone -> phone.collect(tone("tone-1000-200"), terms))) {
            lab.simulator.carrier().call("4008888888", "13812345678");
            assertThat(lab.outcome()).isEqualTo(new Collected.Nothing());
        }
    }

    @Test
    void aCallerWhoHangsUpInTheMiddleOfHisNumberIsGone() throws Exception {
        try (var lab = PhoneLab.leading(phone -> phone.collect(
                tone("tone-1000-200"),
                new CollectTerms(4, 8, Optional.empty(), Duration.ofSeconds(20), Duration.ofSeconds(20))))) {
            var call = lab.simulator.carrier().call("4008888888", "13812345678");
            call.heard().awaitTone(1000, Duration.ofMillis(100), SOON);
            call.press("1");
            call.hangUp();
            assertThat(lab.outcome()).isInstanceOf(CallerGoneException.class);
            LabOrders.thenNothingIsLeft(lab);
        }
    }
}
