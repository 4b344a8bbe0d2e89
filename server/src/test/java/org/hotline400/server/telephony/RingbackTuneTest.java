package org.hotline400.server.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline400.server.telephony.LabOrders.HALF;
import static org.hotline400.server.telephony.LabOrders.TALK;
import static org.hotline400.server.telephony.LabOrders.awaitTone;
import static org.hotline400.server.telephony.LabOrders.order;
import static org.hotline400.server.telephony.LabOrders.pressing;
import static org.hotline400.server.telephony.PhoneLab.SOON;
import static org.hotline400.server.telephony.PhoneLab.tone;

import java.time.Duration;
import java.util.List;
import org.hotline400.server.calls.Announcement;
import org.hotline400.server.calls.DialOutcome;
import org.hotline400.simulator.Behaviour;
import org.hotline400.simulator.Order;
import org.hotline400.simulator.Voice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The enterprise's own tune while its phones ring (彩铃).
@Execution(ExecutionMode.CONCURRENT)
@Timeout(60)
class RingbackTuneTest {
    private static final String BRANCH = "01066660011";
    private static final Announcement TUNE = tone("tone-600-500");
    /// More than the tune is long: it was heard again and again.
    private static final Duration AGAIN = Duration.ofMillis(1200);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theCallerHearsTheTuneOverAndOverUntilHeIsConnected(boolean answersFirst) throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            if (answersFirst) {
                phone.answer();
            } else {
                phone.ring();
            }
            phone.dial(order(BRANCH).withRingback(TUNE));
            return phone.talk(TALK);
        })) {
            lab.simulator.carrier().phone(BRANCH, Behaviour.answersAfter(Duration.ofSeconds(4), Voice.tone(700)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            call.heard().awaitTone(600, AGAIN, SOON);
            assertThat(call.answeredAt().isPresent()).isEqualTo(answersFirst);
            call.heard().awaitTone(700, HALF, SOON);
            awaitTone(call, 700);
            assertThat(call.heard().tone(450, Duration.ofMillis(100))).isFalse();
            call.hangUp();
            lab.outcome();
        }
    }

    @Test
    void theTuneGoesOnWhileTheTargetIsAskedToAccept() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.dial(order(BRANCH).withRingback(TUNE).withAcceptance(pressing('1', Duration.ofSeconds(9))));
            return phone.talk(TALK);
        })) {
            var branch = lab.simulator.carrier().phone(BRANCH, Behaviour.answersAfter(HALF, Voice.tone(700)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            var target = branch.awaitCall(SOON);
            target.heard().awaitTone(900, HALF, SOON);
            awaitTone(call, 600);
            assertThat(target.heard().tone(600, Duration.ofMillis(100))).isFalse();
            target.press("1");
            awaitTone(call, 700);
            call.hangUp();
            lab.outcome();
        }
    }

    @Test
    void severalThatRingAtOncePlayOneTune() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.ring();
            return phone.dialAll(List.of(
                    order(BRANCH, Duration.ofSeconds(4)),
                    order("13800138001", Duration.ofSeconds(4)).withRingback(TUNE)));
        })) {
            lab.simulator.carrier().phone(BRANCH, Behaviour.neverAnswers());
            lab.simulator.carrier().phone("13800138001", Behaviour.neverAnswers());
            var call = lab.simulator.carrier().call("4008888888", "13812345678");
            call.heard().awaitTone(600, AGAIN, SOON);
            lab.outcome();
        }
    }

    @Test
    void whenNobodyAnswersTheTuneEndsAndWhatFollowsIsHeardAlone() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.ring();
            var outcome = phone.dial(order(BRANCH, Duration.ofSeconds(2)).withRingback(TUNE));
            phone.play(tone("tone-1000-1500"));
            return outcome;
        })) {
            lab.simulator.carrier().phone(BRANCH, Behaviour.neverAnswers());
            var call = lab.simulator.carrier().call("4008888888", "13812345678");
            call.heard().awaitTone(600, HALF, SOON);
            call.heard().awaitTone(1000, HALF, SOON);
            assertThat(call.answeredAt()).isEmpty();
            assertThat(lab.outcome()).isInstanceOf(DialOutcome.NoAnswer.class);
        }
    }
}
