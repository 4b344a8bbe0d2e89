package org.hotline400.server.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hotline400.server.telephony.PhoneLab.SOON;
import static org.hotline400.server.telephony.PhoneLab.tone;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hotline400.media.Disturbance;
import org.hotline400.media.ToneDetector;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.calls.DialOrder;
import org.hotline400.server.calls.HangUp;
import org.hotline400.server.calls.Keypress;
import org.hotline400.server.calls.LegQuality;
import org.hotline400.server.calls.Phone;
import org.hotline400.server.calls.PhoneFailedException;
import org.hotline400.server.calls.RecordingOrder;
import org.hotline400.server.calls.TalkEnd;
import org.hotline400.server.calls.TalkTerms;
import org.hotline400.server.calls.VoicemailOrder;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.simulator.Behaviour;
import org.hotline400.simulator.Call;
import org.hotline400.simulator.Order;
import org.hotline400.simulator.Talk;
import org.hotline400.simulator.Voice;
import org.hotline400.sip.sdp.AudioFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What peers do with their audio in the middle of a call, and what is measured of it.
@Execution(ExecutionMode.CONCURRENT)
@Timeout(60)
class AudioStoriesTest {
    private static final HotlineNumber NUMBER = new HotlineNumber("4008888888");
    private static final String BRANCH = "01066660011";
    private static final Duration HALF = Duration.ofMillis(500);
    private static final TalkTerms TALK = terms(Duration.ofSeconds(30));

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLegChangesItsCodecAndNobodyNotices(boolean callers) throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.dial(order());
            phone.record(new RecordingOrder(TenantId.OPERATOR, NUMBER, Duration.ofDays(1)));
            return phone.talk(TALK) + " " + codecs(phone.quality());
        })) {
            var branch = lab.simulator.carrier().phone(BRANCH, Behaviour.answers(Voice.tone(700)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            call.heard().awaitTone(700, HALF, SOON);
            var target = branch.awaitCall(SOON);
            target.heard().awaitTone(400, HALF, SOON);

            var changing = callers ? call : target;
            changing.use(AudioFormat.PCMU);
            await().atMost(SOON)
                    .until(() -> changing.quality().codec().map(Enum::name).equals(Optional.of("PCMU")));
            awaitTone(call.heard().length(), call, 700);
            awaitTone(target.heard().length(), target, 400);
            call.hangUp();

            assertThat(lab.outcome()).isEqualTo(TalkEnd.CALLER_HUNG_UP + (callers ? " [PCMU, PCMA]" : " [PCMA, PCMU]"));
            var tape = lab.tapes.poll();
            assertThat(share(tape.side(0).samples(), 400)).isGreaterThan(0.8);
            assertThat(share(tape.side(1).samples(), 700)).isGreaterThan(0.8);
        }
    }

    @Test
    void keysPassBetweenSidesThatNumberThemDifferently() throws Exception {
        try (var lab = PhoneLab.leading(AudioStoriesTest::talk)) {
            var branch = lab.simulator
                    .carrier()
                    .phone(
                            BRANCH,
                            Behaviour.answers(
                                    Duration.ZERO, Talk.saying(Voice.tone(700)).takingKeysUnder(110)));
            var call = lab.simulator
                    .carrier()
                    .call(Order.to("4008888888")
                            .talking(Talk.saying(Voice.tone(400)).takingKeysUnder(97)));
            call.heard().awaitTone(700, HALF, SOON);
            call.press("42#");
            assertThat(branch.lastCall().awaitKeys(3, SOON)).isEqualTo("42#");
            branch.lastCall().press("9*");
            assertThat(call.awaitKeys(2, SOON)).isEqualTo("9*");
            call.hangUp();
            lab.outcome();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/dtmf-relay", "application/dtmf"})
    void aKeyInInfoCountsInAMenuAndPassesABridge(String contentType) throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            var key = phone.ask(tone("tone-1000-9000"), Duration.ofSeconds(5));
            return key + " " + talk(phone);
        })) {
            var branch = lab.simulator.carrier().phone(BRANCH, Behaviour.answers(Voice.tone(700)));
            var call = lab.simulator
                    .carrier()
                    .call(Order.to("4008888888")
                            .talking(Talk.saying(Voice.tone(400)).withoutTelephoneEvents()));
            call.heard().awaitTone(1000, HALF, SOON);
            call.pressInInfo('5', contentType);
            call.heard().awaitTone(700, HALF, SOON);
            call.pressInInfo('#', contentType);
            assertThat(branch.lastCall().awaitKeys(1, SOON)).isEqualTo("#");
            call.hangUp();
            assertThat(lab.outcome()).isEqualTo(new Keypress.Pressed('5') + " " + TalkEnd.CALLER_HUNG_UP);
        }
    }

    @Test
    void whoKnowsNoTelephoneEventsPressesAndHearsKeysAsTones() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            var key = phone.ask(tone("tone-1000-9000"), Duration.ofSeconds(5));
            return key + " " + talk(phone);
        })) {
            var branch = lab.simulator
                    .carrier()
                    .phone(
                            BRANCH,
                            Behaviour.answers(
                                    Duration.ZERO, Talk.saying(Voice.tone(700)).withoutTelephoneEvents()));
            var plain = Talk.saying(new Voice.Silence());
            var old = lab.simulator.carrier().call(Order.to("4008888888").talking(plain.withoutTelephoneEvents()));
            old.heard().awaitTone(1000, HALF, SOON);
            old.press("5");
            assertThat(branch.awaitCall(SOON).awaitAnswered(SOON).keys()).isEmpty();
            old.heard().awaitTone(700, HALF, SOON);
            old.hangUp();
            assertThat(lab.outcome()).isEqualTo(new Keypress.Pressed('5') + " " + TalkEnd.CALLER_HUNG_UP);

            var call = lab.simulator.carrier().call(Order.to("4008888888").talking(plain));
            call.heard().awaitTone(1000, HALF, SOON);
            call.press("1");
            call.heard().awaitTone(700, HALF, SOON);
            call.press("8");
            assertThat(branch.awaitCall(2, SOON).awaitKeys(1, SOON)).isEqualTo("8");
            call.hangUp();
            lab.outcome();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 30, 40, 60})
    void bothHearEachOtherWhateverTheirPackets(int millis) throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.play(tone("tone-1000-1500"));
            return talk(phone);
        })) {
            var long60 = Talk.saying(Voice.tone(700)).inPacketsOf(Duration.ofMillis(60));
            var branch = lab.simulator.carrier().phone(BRANCH, Behaviour.answers(Duration.ZERO, long60));
            var call = lab.simulator
                    .carrier()
                    .call(Order.to("4008888888")
                            .talking(Talk.saying(Voice.tone(400)).inPacketsOf(Duration.ofMillis(millis))));
            call.heard().awaitTone(1000, Duration.ofMillis(300), SOON);
            call.heard().awaitTone(700, HALF, SOON);
            branch.awaitCall(SOON).heard().awaitTone(400, HALF, SOON);
            call.hangUp();
            lab.outcome();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLegThatGoesSilentWhileTheOtherTalksEndsTheCall(boolean callers) throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.dial(order());
            return phone.talk(terms(Duration.ofSeconds(2)));
        })) {
            var branch = lab.simulator.carrier().phone(BRANCH, Behaviour.answers(Voice.tone(700)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            call.heard().awaitTone(700, HALF, SOON);
            var target = branch.awaitCall(SOON);
            target.heard().awaitTone(400, HALF, SOON);
            (callers ? call : target).goSilent();
            assertThat(lab.outcome()).isEqualTo(callers ? TalkEnd.CALLER_SILENT : TalkEnd.TARGET_SILENT);
            call.awaitEnded(SOON);
            target.awaitEnded(SOON);
        }
    }

    @Test
    void aCallerWhoGoesSilentInAMenuIsNotAskedForEver() throws Exception {
        try (var lab = PhoneLab.impatient(
                Duration.ofSeconds(2), phone -> phone.ask(tone("tone-1000-20000"), Duration.ofSeconds(30)))) {
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            call.heard().awaitTone(1000, HALF, SOON);
            call.goSilent();
            assertThat(lab.outcome()).isInstanceOfSatisfying(PhoneFailedException.class, failed -> {
                assertThat(failed.hangUp()).isEqualTo(HangUp.CALLER_SILENT);
                assertThat(failed).hasMessage("nothing came from the caller for 2 s");
            });
            assertThat(call.awaitEnded(SOON).q850()).hasValue(102);
        }
    }

    @Test
    void aCallerWhoVanishesInAVoicemailHasLeftWhatHeSaid() throws Exception {
        var recording = new RecordingOrder(TenantId.OPERATOR, NUMBER, Duration.ofDays(1));
        var message = new VoicemailOrder(recording, '#', Duration.ofMinutes(1), Duration.ofSeconds(30));
        try (var lab = PhoneLab.impatient(Duration.ofSeconds(2), phone -> phone.takeMessage(message))) {
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            await().atMost(SOON)
                    .until(() -> lab.tapes.peek() != null
                            && lab.tapes.peek().length().compareTo(HALF) > 0);
            call.goSilent();
            assertThat(lab.outcome()).isInstanceOf(PhoneFailedException.class);
            var tape = lab.tapes.poll();
            assertThat(tape.isDiscarded()).isFalse();
            assertThat(tape.side(0).length()).isGreaterThan(HALF);
            call.awaitEnded(SOON);
        }
    }

    @Test
    void theQualityOfEachLegIsKnown() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.dial(order());
            phone.talk(TALK);
            phone.hangUp(HangUp.NORMAL);
            return phone.quality();
        })) {
            var branch = lab.simulator.carrier().phone(BRANCH, Behaviour.answers(Voice.tone(700)));
            var call = lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(400)));
            call.heard().awaitTone(700, HALF, SOON);
            var target = branch.awaitCall(SOON);
            call.disturb(new Disturbance(0.2, Duration.ZERO, Duration.ofMillis(15), 7));
            // By then each side has reported on the other's reports.
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> call.quality().roundTrip().isPresent()
                            && target.quality().control().sent() >= 2);
            call.hangUp();

            @SuppressWarnings("unchecked")
            var legs = (List<LegQuality>) lab.outcome();
            assertThat(legs).extracting(LegQuality::leg).containsExactly(LegQuality.Leg.CALLER, LegQuality.Leg.TARGET);
            var from = legs.getFirst();
            assertThat(from.codec()).isEqualTo("PCMA");
            assertThat(from.sipCallId()).isEqualTo(call.callId());
            assertThat(from.received().lossRatio()).isBetween(0.08, 0.35);
            assertThat(from.received().mos()).isLessThan(3.6);
            assertThat(from.received().jitter()).isPositive();
            var to = legs.getLast();
            assertThat(to.target()).isEqualTo(BRANCH);
            assertThat(to.sipCallId()).isEqualTo(target.callId());
            assertThat(to.received().lossRatio()).isLessThan(0.02);
            assertThat(to.received().mos()).isGreaterThan(3.9);
            assertThat(to.sent().packets()).isGreaterThan(50);
            // A bridge passes gaps on, so the target misses what the caller's network lost.
            assertThat(to.sent().reported()).isNotNull();
            assertThat(to.sent().reported().lossRatio()).isBetween(0.02, 0.4);
            assertThat(to.roundTrip()).isNotNull().isLessThan(Duration.ofSeconds(1));
        }
    }

    private static Object talk(Phone phone) {
        phone.dial(order());
        return phone.talk(TALK);
    }

    private static DialOrder order() {
        return new DialOrder(
                TenantId.OPERATOR,
                new Target.Line(BRANCH),
                Optional.of(NUMBER),
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                false);
    }

    private static TalkTerms terms(Duration silence) {
        return new TalkTerms(Duration.ofMinutes(1), silence, tone("tone-2100-500"));
    }

    private static String codecs(List<LegQuality> legs) {
        return legs.stream().map(LegQuality::codec).toList().toString();
    }

    private static void awaitTone(Duration mark, Call call, int hz) {
        await().atMost(SOON).until(() -> {
            var since = call.heard().since(mark);
            return since.length >= 4000 && ToneDetector.level(since, since.length - 4000, 4000, hz) > 0.9;
        });
    }

    private static double share(short[] samples, int hz) {
        return ToneDetector.level(samples, samples.length / 4, samples.length / 2, hz);
    }
}
