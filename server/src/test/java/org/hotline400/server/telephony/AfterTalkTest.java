package org.hotline400.server.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.awaitility.Awaitility.await;
import static org.hotline400.server.telephony.LabOrders.HALF;
import static org.hotline400.server.telephony.LabOrders.MESSAGE;
import static org.hotline400.server.telephony.LabOrders.RECORDING;
import static org.hotline400.server.telephony.LabOrders.TALK;
import static org.hotline400.server.telephony.LabOrders.awaitTone;
import static org.hotline400.server.telephony.LabOrders.order;
import static org.hotline400.server.telephony.LabOrders.thenNothingIsLeft;
import static org.hotline400.server.telephony.PhoneLab.SOON;
import static org.hotline400.server.telephony.PhoneLab.tone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.hotline400.media.ToneDetector;
import org.hotline400.server.calls.CallerGoneException;
import org.hotline400.server.calls.CollectTerms;
import org.hotline400.server.calls.Collected;
import org.hotline400.server.calls.Keypress;
import org.hotline400.server.calls.PhoneFailedException;
import org.hotline400.server.calls.Recorded;
import org.hotline400.server.calls.TalkEnd;
import org.hotline400.server.calls.VoicemailOutcome.EndedBy;
import org.hotline400.server.recordings.RecordingKind;
import org.hotline400.simulator.Behaviour;
import org.hotline400.simulator.Order;
import org.hotline400.simulator.Voice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The talk is over and the caller still there.
@Execution(ExecutionMode.CONCURRENT)
@Timeout(60)
class AfterTalkTest {
    private static final String BRANCH = "01066660011";
    private static final String OTHER = "01066660022";
    private static final CollectTerms TWO_KEYS =
            new CollectTerms(2, 2, Optional.empty(), Duration.ofSeconds(8), Duration.ofSeconds(8));

    @Test
    void aCallerWhoseTargetHungUpAnswersASurveyAndLeavesAComment() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.dial(order(BRANCH));
            phone.record(RECORDING);
            var said = new ArrayList<Object>();
            said.add(phone.talk(TALK));
            said.add(phone.ask(tone("tone-1000-9000"), Duration.ofSeconds(5)));
            said.add(phone.collect(tone("tone-1100-9000"), TWO_KEYS));
            said.add(phone.takeMessage(MESSAGE).by());
            phone.play(tone("tone-1200-1000"));
            said.add(phone.recorded());
            return said;
        })) {
            var branch = lab.simulator.carrier().phone(BRANCH, Behaviour.answers(Voice.tone(700)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            awaitTone(call, 700);
            branch.lastCall().hangUp();

            call.heard().awaitTone(1000, HALF, SOON);
            call.press("5");
            call.heard().awaitTone(1100, HALF, SOON);
            call.press("42");
            await().atMost(SOON).until(() -> lab.tapes.size() == 2);
            var talk = lab.tapes.poll();
            var comment = lab.tapes.poll();
            await().atMost(SOON).until(() -> comment.length().compareTo(Duration.ofSeconds(1)) > 0);
            call.press("#");
            call.heard().awaitTone(1200, HALF, SOON);

            assertThat(call.awaitEnded(SOON).status()).isEqualTo(200);
            assertThat(lab.outcome())
                    .asInstanceOf(LIST)
                    .containsExactly(
                            TalkEnd.TARGET_HUNG_UP,
                            new Keypress.Pressed('5'),
                            new Collected.Complete("42", Collected.EndedBy.MOST),
                            EndedBy.KEY,
                            Recorded.YES);
            assertThat(talk.request.kind()).isEqualTo(RecordingKind.CONVERSATION);
            assertThat(comment.request.kind()).isEqualTo(RecordingKind.VOICEMAIL);
            // The talk's recording has nothing of the survey.
            var heard = talk.side(1).samples();
            assertThat(ToneDetector.level(heard, heard.length / 2, heard.length / 4, 700))
                    .isGreaterThan(0.8);
            for (var hz : new int[] {1000, 1100}) {
                assertThat(ToneDetector.level(heard, heard.length - 1600, 1600, hz))
                        .isLessThan(0.1);
            }
            thenNothingIsLeft(lab);
        }
    }

    @Test
    void whileTheCallerIsAloneHeIsSentSilenceSoThatHisLineStaysAlive() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.dial(order(BRANCH));
            phone.talk(TALK);
            return phone.ask(tone("tone-1000-200"), Duration.ofSeconds(20));
        })) {
            var branch = lab.simulator.carrier().phone(BRANCH, Behaviour.answers(Voice.tone(700)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            awaitTone(call, 700);
            branch.lastCall().hangUp();
            call.heard().awaitTone(1000, Duration.ofMillis(100), SOON);
            var received = call.statistics().received();
            await().atMost(SOON).until(() -> call.statistics().received() > received + 50);
            call.press("1");
            lab.outcome();
        }
    }

    @Test
    void aCallerWhoGoesSilentAfterTheTalkIsNotWaitedForEver() throws Exception {
        try (var lab = PhoneLab.impatient(Duration.ofSeconds(2), phone -> {
            phone.dial(order(BRANCH));
            phone.talk(TALK);
            return phone.ask(tone("tone-1000-200"), Duration.ofSeconds(40));
        })) {
            var branch = lab.simulator.carrier().phone(BRANCH, Behaviour.answers(Voice.tone(700)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            awaitTone(call, 700);
            branch.lastCall().hangUp();
            call.heard().awaitTone(1000, Duration.ofMillis(100), SOON);
            call.goSilent();
            assertThat(lab.outcome()).isInstanceOf(PhoneFailedException.class);
            call.awaitEnded(SOON);
        }
    }

    @Test
    void aSecondTargetIsTalkedToAfterTheFirstAndEachTalkHasItsRecording() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            var ends = new ArrayList<Object>();
            for (var target : new String[] {BRANCH, OTHER}) {
                phone.dial(order(target));
                phone.record(RECORDING);
                ends.add(phone.talk(TALK));
            }
            ends.add(phone.quality().size());
            return ends;
        })) {
            var branch = lab.simulator.carrier().phone(BRANCH, Behaviour.answers(Voice.tone(700)));
            var other = lab.simulator
                    .carrier()
                    .phone(OTHER, Behaviour.answersAfter(Duration.ofSeconds(2), Voice.tone(900)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            awaitTone(call, 700);
            branch.lastCall().hangUp();
            call.heard().awaitTone(450, HALF, SOON);
            awaitTone(call, 900);
            awaitTone(other.lastCall(), 400);
            call.hangUp();
            assertThat(lab.outcome())
                    .asInstanceOf(LIST)
                    .containsExactly(TalkEnd.TARGET_HUNG_UP, TalkEnd.CALLER_HUNG_UP, 3);
            assertThat(lab.tapes).hasSize(2).allSatisfy(tape -> {
                assertThat(tape.isDiscarded()).isFalse();
                assertThat(tape.side(0).length()).isGreaterThan(HALF);
            });
            thenNothingIsLeft(lab);
        }
    }

    @Test
    void nothingMoreCanBeDoneWithACallerWhoHungUpInTheTalk() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.dial(order(BRANCH));
            var end = phone.talk(TALK);
            assertThatThrownBy(() -> phone.ask(tone("tone-1000-200"), Duration.ofSeconds(1)))
                    .isInstanceOf(CallerGoneException.class);
            assertThatThrownBy(() -> phone.dial(order(OTHER))).isInstanceOf(CallerGoneException.class);
            return end;
        })) {
            lab.simulator.carrier().phone(BRANCH, Behaviour.answers(Voice.tone(700)));
            var other = lab.simulator.carrier().phone(OTHER, Behaviour.answers(Voice.tone(900)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            awaitTone(call, 700);
            call.hangUp();
            assertThat(lab.outcome()).isEqualTo(TalkEnd.CALLER_HUNG_UP);
            assertThat(other.timesCalled()).isZero();
        }
    }
}
