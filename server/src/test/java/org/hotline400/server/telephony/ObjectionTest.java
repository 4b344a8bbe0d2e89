package org.hotline400.server.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hotline400.server.telephony.LabOrders.HALF;
import static org.hotline400.server.telephony.LabOrders.RECORDING;
import static org.hotline400.server.telephony.LabOrders.TALK;
import static org.hotline400.server.telephony.LabOrders.awaitTone;
import static org.hotline400.server.telephony.LabOrders.order;
import static org.hotline400.server.telephony.LabOrders.thenNothingIsLeft;
import static org.hotline400.server.telephony.PhoneLab.SOON;
import static org.hotline400.server.telephony.PhoneLab.tone;

import java.time.Duration;
import java.util.Optional;
import org.hotline400.server.calls.HangUp;
import org.hotline400.server.calls.Keypress;
import org.hotline400.server.calls.Phone;
import org.hotline400.server.calls.Recorded;
import org.hotline400.simulator.Behaviour;
import org.hotline400.simulator.Order;
import org.hotline400.simulator.Voice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Callers who do not want to be recorded.
@Execution(ExecutionMode.CONCURRENT)
@Timeout(60)
class ObjectionTest {
    private static final String BRANCH = "01066660011";

    private static Object recordedTalk(Phone phone) {
        phone.answer();
        phone.announceRecording(tone("tone-1000-1500"), Optional.of('*'));
        phone.dial(order(BRANCH));
        phone.record(RECORDING);
        phone.talk(TALK);
        phone.hangUp(HangUp.NORMAL);
        return phone.recorded();
    }

    @ParameterizedTest
    @EnumSource
    void theKeyInTheTalkEndsTheRecordingAndDeletesItAndTheTalkGoesOn(KeyWay way) throws Exception {
        try (var lab = PhoneLab.leading(ObjectionTest::recordedTalk)) {
            lab.simulator.carrier().phone(BRANCH, Behaviour.answers(Voice.tone(700)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").talking(way.saying(400)));
            call.heard().awaitTone(700, HALF, SOON);
            await().atMost(SOON)
                    .until(() -> lab.tapes.peek() != null
                            && lab.tapes.peek().length().compareTo(HALF) > 0);
            way.press(call, '*');
            var tape = lab.tapes.poll();
            await().atMost(SOON).until(tape.closed::isDone);
            assertThat(tape.isDiscarded()).isTrue();
            awaitTone(call, 700);
            call.hangUp();
            assertThat(lab.outcome()).isEqualTo(Recorded.OBJECTED);
            assertThat(lab.tapes).isEmpty();
            thenNothingIsLeft(lab);
        }
    }

    @Test
    void theKeyDuringTheNoticeMeansThatNothingIsRecorded() throws Exception {
        try (var lab = PhoneLab.leading(ObjectionTest::recordedTalk)) {
            lab.simulator.carrier().phone(BRANCH, Behaviour.answers(Voice.tone(700)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            call.heard().awaitTone(1000, HALF, SOON);
            call.press("*");
            awaitTone(call, 700);
            call.hangUp();
            assertThat(lab.outcome()).isEqualTo(Recorded.OBJECTED);
            assertThat(lab.tapes).isEmpty();
        }
    }

    @Test
    void theKeyWhileTheTargetRingsMeansThatNothingIsRecorded() throws Exception {
        try (var lab = PhoneLab.leading(ObjectionTest::recordedTalk)) {
            lab.simulator.carrier().phone(BRANCH, Behaviour.answersAfter(Duration.ofSeconds(3), Voice.tone(700)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            call.heard().awaitTone(450, HALF, SOON);
            call.press("*");
            awaitTone(call, 700);
            call.hangUp();
            assertThat(lab.outcome()).isEqualTo(Recorded.OBJECTED);
            assertThat(lab.tapes).isEmpty();
        }
    }

    @Test
    void anotherKeyIsNoObjection() throws Exception {
        try (var lab = PhoneLab.leading(ObjectionTest::recordedTalk)) {
            var branch = lab.simulator.carrier().phone(BRANCH, Behaviour.answers(Voice.tone(700)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            call.heard().awaitTone(700, HALF, SOON);
            call.press("5");
            branch.lastCall().awaitKeys(1, SOON);
            awaitTone(call, 700);
            call.hangUp();
            assertThat(lab.outcome()).isEqualTo(Recorded.YES);
            assertThat(lab.tapes.poll().isDiscarded()).isFalse();
        }
    }

    @Test
    void whereKeysAreAnswersTheyAreNoObjection() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.answer();
            phone.announceRecording(tone("tone-1000-300"), Optional.of('*'));
            var chosen = phone.ask(tone("tone-1100-9000"), Duration.ofSeconds(5));
            return chosen + " " + recordedWithoutNotice(phone);
        })) {
            lab.simulator.carrier().phone(BRANCH, Behaviour.answers(Voice.tone(700)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            call.heard().awaitTone(1100, HALF, SOON);
            call.press("*");
            awaitTone(call, 700);
            call.hangUp();
            assertThat(lab.outcome()).isEqualTo(new Keypress.Pressed('*') + " " + Recorded.YES);
        }
    }

    private static Recorded recordedWithoutNotice(Phone phone) {
        phone.dial(order(BRANCH));
        phone.record(RECORDING);
        phone.talk(TALK);
        return phone.recorded();
    }
}
