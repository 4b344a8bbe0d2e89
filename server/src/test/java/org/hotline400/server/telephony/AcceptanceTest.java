package org.hotline400.server.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline400.server.telephony.LabOrders.HALF;
import static org.hotline400.server.telephony.LabOrders.TALK;
import static org.hotline400.server.telephony.LabOrders.awaitTone;
import static org.hotline400.server.telephony.LabOrders.order;
import static org.hotline400.server.telephony.LabOrders.pressing;
import static org.hotline400.server.telephony.LabOrders.thenNothingIsLeft;
import static org.hotline400.server.telephony.PhoneLab.SOON;
import static org.hotline400.server.telephony.PhoneLab.tone;

import java.time.Duration;
import java.util.Optional;
import org.hotline400.server.calls.Acceptance;
import org.hotline400.server.calls.CallerGoneException;
import org.hotline400.server.calls.DialOutcome;
import org.hotline400.server.calls.Phone;
import org.hotline400.server.calls.TalkEnd;
import org.hotline400.simulator.Behaviour;
import org.hotline400.simulator.Order;
import org.hotline400.simulator.Voice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A target that answers hears a whisper and has to accept the call: a voicemail box does not steal it.
@Execution(ExecutionMode.CONCURRENT)
@Timeout(60)
class AcceptanceTest {
    private static final String MOBILE = "13800138000";
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    @ParameterizedTest
    @EnumSource
    void onlyTheTargetHearsTheWhisperAndIsConnectedWhenItPressesTheKey(KeyWay way) throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.answer();
            var reached = (DialOutcome.Reached) phone.dial(order(MOBILE).withAcceptance(pressing('1', PATIENCE)));
            assertThat(reached.acceptedAt()).isAfter(reached.answeredAt());
            return phone.talk(TALK);
        })) {
            var mobile = lab.simulator.carrier().phone(MOBILE, Behaviour.answers(Duration.ZERO, way.saying(700)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            var target = mobile.awaitCall(SOON);
            target.heard().awaitTone(900, Duration.ofMillis(800), SOON);
            call.heard().awaitTone(450, HALF, SOON);
            assertThat(call.heard().tone(700, Duration.ofMillis(100))).isFalse();
            assertThat(target.heard().tone(400, Duration.ofMillis(100))).isFalse();

            way.press(target, '1');
            awaitTone(target, 400);
            target.say(Voice.tone(700));
            awaitTone(call, 700);
            assertThat(call.heard().tone(900, Duration.ofMillis(100))).isFalse();
            call.hangUp();
            assertThat(lab.outcome()).isEqualTo(TalkEnd.CALLER_HUNG_UP);
            thenNothingIsLeft(lab);
        }
    }

    @Test
    void anUnansweredCallerGoesOnHearingItRingWhileTheTargetIsAsked() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.ring();
            phone.dial(order(MOBILE).withAcceptance(pressing('1', PATIENCE)));
            return phone.talk(TALK);
        })) {
            var mobile = lab.simulator.carrier().phone(MOBILE, Behaviour.answers(Voice.tone(700)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            var target = mobile.awaitCall(SOON);
            target.heard().awaitTone(900, Duration.ofMillis(800), SOON);
            assertThat(call.ringingAt()).isPresent();
            assertThat(call.answeredAt()).isEmpty();
            target.press("1");
            awaitTone(call, 700);
            call.hangUp();
            lab.outcome();
        }
    }

    @Test
    void aKeyDuringTheWhisperAcceptsAtOnceAndAWrongOneDoesNot() throws Exception {
        var wanted = new Acceptance(tone("tone-900-30000"), Optional.of('1'), PATIENCE);
        try (var lab = PhoneLab.leading(phone -> {
            phone.dial(order(MOBILE).withAcceptance(wanted));
            return phone.talk(TALK);
        })) {
            var mobile = lab.simulator.carrier().phone(MOBILE, Behaviour.answers(Voice.tone(700)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            var target = mobile.awaitCall(SOON);
            target.heard().awaitTone(900, HALF, SOON);
            target.press("2");
            awaitTone(target, 900);
            assertThat(call.answeredAt()).isEmpty();
            target.press("1");
            awaitTone(target, 400);
            call.hangUp();
            assertThat(lab.outcome()).isEqualTo(TalkEnd.CALLER_HUNG_UP);
        }
    }

    @Test
    void aVoicemailBoxThatPressesNothingIsHungUpAndThePlanGoesOn() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.answer();
            var outcome = phone.dial(order(MOBILE).withAcceptance(pressing('1', HALF)));
            phone.play(tone("tone-1000-800"));
            return outcome;
        })) {
            var mobile = lab.simulator.carrier().phone(MOBILE, Behaviour.answers(Voice.tone(700)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            call.heard().awaitTone(1000, HALF, SOON);
            assertThat(lab.outcome()).isInstanceOfSatisfying(DialOutcome.NotAccepted.class, outcome -> {
                assertThat(outcome.signalling().sipStatus()).hasValue(200);
                assertThat(outcome.signalling().text()).isEqualTo("it answered and did not press 1 to accept the call");
                assertThat(outcome.signalling().sipCallId())
                        .isEqualTo(mobile.lastCall().callId());
            });
            assertThat(mobile.lastCall().awaitEnded(SOON).q850()).hasValue(16);
            assertThat(call.heard().tone(700, Duration.ofMillis(100))).isFalse();
            assertThat(mobile.lastCall().heard().tone(400, Duration.ofMillis(100)))
                    .isFalse();
            thenNothingIsLeft(lab);
        }
    }

    @Test
    void aTargetThatHangsUpInsteadOfAcceptingHasNotAccepted() throws Exception {
        try (var lab = PhoneLab.leading(phone -> phone.dial(order(MOBILE).withAcceptance(pressing('1', PATIENCE))))) {
            var mobile = lab.simulator.carrier().phone(MOBILE, Behaviour.answers(Voice.tone(700)));
            lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            var target = mobile.awaitCall(SOON);
            target.heard().awaitTone(900, HALF, SOON);
            target.hangUp();
            assertThat(lab.outcome())
                    .isInstanceOfSatisfying(
                            DialOutcome.NotAccepted.class,
                            outcome -> assertThat(outcome.signalling().text())
                                    .isEqualTo("it answered and hung up without accepting the call"));
            thenNothingIsLeft(lab);
        }
    }

    @Test
    void whereNoKeyIsWantedTheWhisperIsHeardAndThenTheCaller() throws Exception {
        var wanted = new Acceptance(tone("tone-900-3000"), Optional.empty(), Duration.ZERO);
        try (var lab = PhoneLab.leading(phone -> {
            phone.dial(order(MOBILE).withAcceptance(wanted));
            return phone.talk(TALK);
        })) {
            var mobile = lab.simulator.carrier().phone(MOBILE, Behaviour.answers(Voice.tone(700)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            var target = mobile.awaitCall(SOON);
            target.heard().awaitTone(400, HALF, SOON);
            assertThat(target.heard().tone(900, Duration.ofMillis(800))).isTrue();
            call.hangUp();
            assertThat(lab.outcome()).isEqualTo(TalkEnd.CALLER_HUNG_UP);
        }
    }

    @Test
    void aCallerWhoHangsUpWhileTheTargetIsAskedTakesItWithHim() throws Exception {
        try (var lab = PhoneLab.leading((Phone phone) -> {
            phone.ring();
            return phone.dial(order(MOBILE).withAcceptance(pressing('1', PATIENCE)));
        })) {
            var mobile = lab.simulator.carrier().phone(MOBILE, Behaviour.answers(Voice.tone(700)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            mobile.awaitCall(SOON).heard().awaitTone(900, HALF, SOON);
            call.hangUp();
            assertThat(lab.outcome())
                    .isInstanceOfSatisfying(
                            CallerGoneException.class,
                            gone -> assertThat(gone.signalling().orElseThrow().sipStatus())
                                    .hasValue(200));
            mobile.lastCall().awaitEnded(SOON);
            assertThat(call.answeredAt()).isEmpty();
            thenNothingIsLeft(lab);
        }
    }
}
