package org.hotline400.server.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hotline400.server.telephony.PhoneLab.SOON;
import static org.hotline400.server.telephony.PhoneLab.tone;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hotline400.media.ToneDetector;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.calls.DialOrder;
import org.hotline400.server.calls.Keypress;
import org.hotline400.server.calls.Phone;
import org.hotline400.server.calls.RecordingOrder;
import org.hotline400.server.calls.TalkEnd;
import org.hotline400.server.calls.TalkTerms;
import org.hotline400.server.calls.VoicemailOrder;
import org.hotline400.server.calls.VoicemailOutcome;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.simulator.Behaviour;
import org.hotline400.simulator.Call;
import org.hotline400.simulator.Order;
import org.hotline400.simulator.Voice;
import org.hotline400.sip.TracedMessage;
import org.hotline400.sip.sdp.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Hold and resume: who holds gets nothing from us, the other party hears what the holder sends, or else music
/// (here a tone of 2,100 Hz).
@Execution(ExecutionMode.CONCURRENT)
@Timeout(60)
class HoldTest {
    private static final HotlineNumber NUMBER = new HotlineNumber("4008888888");
    private static final String BRANCH = "01066660011";
    private static final int MUSIC = 2100;
    private static final int CALLER = 400;
    private static final int TARGET = 700;
    private static final Duration HALF = Duration.ofMillis(500);
    /// Longer than a leg that should send may be silent.
    private static final Duration LONG = Duration.ofMillis(2300);

    private static final TalkTerms TALK =
            new TalkTerms(Duration.ofMinutes(1), Duration.ofSeconds(2), tone("tone-2100-500"));
    private static final Pattern ORIGIN = Pattern.compile("o=- ([0-9]+) ([0-9]+) ");

    @ParameterizedTest
    @ValueSource(strings = {"inactive", "0.0.0.0"})
    void theCallerHoldsAndTheTargetHearsMusicUntilHeResumes(String how) throws Exception {
        try (var lab = PhoneLab.leading(HoldTest::talkRecorded)) {
            var call = call(lab);
            var branch = lab.simulator.carrier().phone(BRANCH, Behaviour.answers(Voice.tone(TARGET)));
            var target = branch.awaitCall(SOON);
            call.heard().awaitTone(TARGET, HALF, SOON);
            target.heard().awaitTone(CALLER, HALF, SOON);

            hold(call, how);
            target.heard().awaitTone(MUSIC, HALF, SOON);
            var mark = target.heard().length();
            var received = call.statistics().received();
            target.heard().awaitTone(MUSIC, how.equals("inactive") ? LONG : HALF.multipliedBy(2), SOON);
            assertThat(call.statistics().received()).isEqualTo(received);
            assertThat(level(target.heard().since(mark), CALLER)).isLessThan(0.05);

            call.resume();
            thenHears(target, CALLER);
            thenHears(call, TARGET);
            call.hangUp();
            assertThat(lab.outcome()).isEqualTo(TalkEnd.CALLER_HUNG_UP);
            var tape = lab.tapes.poll();
            assertThat(tape.side(1).length()).isGreaterThan(HALF.multipliedBy(4));
            assertThat(contains(tape.side(1).samples(), MUSIC)).isFalse();
        }
    }

    /// A PBX that holds with music of its own, which then stops and comes back.
    @Test
    void whatAHolderSendsIsHeardAndOursOnlyWhileItIsSilent() throws Exception {
        try (var lab = PhoneLab.leading(HoldTest::talkRecorded)) {
            var call = call(lab);
            var branch = lab.simulator.carrier().phone(BRANCH, Behaviour.answers(Voice.tone(TARGET)));
            var target = branch.awaitCall(SOON);
            call.heard().awaitTone(TARGET, HALF, SOON);
            target.heard().awaitTone(CALLER, HALF, SOON);

            call.hold(Direction.SENDONLY);
            thenNothingMoreComes(call);
            var received = call.statistics().received();
            thenHears(target, CALLER);
            assertThat(target.heard().longestTone(MUSIC)).isZero();
            call.say(new Voice.Silence());
            target.heard().awaitTone(MUSIC, HALF, SOON);
            call.say(Voice.tone(CALLER));
            thenHears(target, CALLER);
            assertThat(call.statistics().received()).isEqualTo(received);

            call.resume();
            thenHears(call, TARGET);
            call.hangUp();
            assertThat(lab.outcome()).isEqualTo(TalkEnd.CALLER_HUNG_UP);
        }
    }

    /// A door station, or a machine that announces.
    @Test
    void aCallerWhoOnlySendsFromTheStartOfTheTalkIsHeard() throws Exception {
        try (var lab = PhoneLab.leading(phone -> {
            phone.ask(tone("tone-1000-9000"), Duration.ofSeconds(5));
            return talkRecorded(phone);
        })) {
            var branch = lab.simulator.carrier().phone(BRANCH, Behaviour.answers(Voice.tone(TARGET)));
            var call = call(lab);
            call.heard().awaitTone(1000, HALF, SOON);
            call.hold(Direction.SENDONLY);
            thenNothingMoreComes(call);
            call.press("1");
            var target = branch.awaitCall(SOON);
            thenHears(target, CALLER);
            call.hangUp();
            assertThat(lab.outcome()).isEqualTo(TalkEnd.CALLER_HUNG_UP);
            assertThat(target.heard().longestTone(MUSIC)).isZero();
        }
    }

    @Test
    void theTargetHoldsThenBothDoThenNobody() throws Exception {
        try (var lab = PhoneLab.leading(HoldTest::talkRecorded)) {
            var call = call(lab);
            var branch = lab.simulator.carrier().phone(BRANCH, Behaviour.answers(Voice.tone(TARGET)));
            var target = branch.awaitCall(SOON);
            call.heard().awaitTone(TARGET, HALF, SOON);
            target.heard().awaitTone(CALLER, HALF, SOON);

            target.hold(Direction.INACTIVE);
            call.heard().awaitTone(MUSIC, HALF, SOON);

            call.hold(Direction.INACTIVE);
            thenNothingMoreComes(call);
            thenNothingMoreComes(target);
            assertThat(target.heard().longestTone(MUSIC)).isZero();

            target.resume();
            target.heard().awaitTone(MUSIC, HALF, SOON);
            call.resume();
            thenHears(call, TARGET);
            thenHears(target, CALLER);
            target.hangUp();
            assertThat(lab.outcome()).isEqualTo(TalkEnd.TARGET_HUNG_UP);
            var tape = lab.tapes.poll();
            assertThat(contains(tape.side(1).samples(), MUSIC))
                    .as("the caller heard music")
                    .isTrue();
            assertThat(contains(tape.side(1).samples(), TARGET)).isTrue();
        }
    }

    @Test
    void aCallerWhoHoldsInAMenuFindsItWhenHeComesBack() throws Exception {
        try (var lab = PhoneLab.impatient(
                Duration.ofSeconds(2), phone -> phone.ask(tone("tone-1000-9000"), Duration.ofSeconds(5)))) {
            var call = call(lab);
            call.heard().awaitTone(1000, HALF, SOON);
            call.hold(Direction.INACTIVE);
            thenNothingMoreComes(call);
            var mark = System.nanoTime();
            await().atMost(SOON).until(() -> System.nanoTime() - mark > LONG.toNanos());
            call.resume();
            thenHears(call, 1000);
            call.press("7");
            assertThat(lab.outcome()).isEqualTo(new Keypress.Pressed('7'));
        }
    }

    @Test
    void aCallerWhoHoldsInAVoicemailIsTakenToHaveSaidWhatHeSaid() throws Exception {
        var recording = new RecordingOrder(TenantId.OPERATOR, NUMBER, Duration.ofDays(1));
        try (var lab = PhoneLab.leading(phone ->
                phone.takeMessage(new VoicemailOrder(recording, '#', Duration.ofMinutes(1), Duration.ofSeconds(1))))) {
            var call = call(lab);
            await().atMost(SOON)
                    .until(() -> lab.tapes.peek() != null
                            && lab.tapes.peek().length().compareTo(HALF) > 0);
            call.hold(Direction.INACTIVE);
            var outcome = (VoicemailOutcome) lab.outcome();
            assertThat(outcome.by()).isEqualTo(VoicemailOutcome.EndedBy.SILENCE);
            assertThat(outcome.length()).isGreaterThan(HALF);
            assertThat(lab.tapes.poll().isDiscarded()).isFalse();
        }
    }

    /// RFC 3264 §8: the same o= line, and one version more exactly when something else changed.
    @Test
    void theSessionVersionGrowsWithEachChangeAndOnlyThen() throws Exception {
        try (var lab = PhoneLab.leading(phone -> phone.ask(tone("tone-1000-9000"), Duration.ofSeconds(5)))) {
            var call = call(lab);
            call.heard().awaitTone(1000, HALF, SOON);
            call.hold(Direction.INACTIVE);
            awaitDescriptions(lab, call, 2);
            call.hold(Direction.INACTIVE);
            awaitDescriptions(lab, call, 3);
            call.resume();
            var origins = awaitDescriptions(lab, call, 4).stream()
                    .map(message -> {
                        var origin = ORIGIN.matcher(message.text());
                        assertThat(origin.find()).isTrue();
                        return List.of(Long.parseLong(origin.group(1)), Long.parseLong(origin.group(2)));
                    })
                    .toList();
            assertThat(origins)
                    .extracting(List::getFirst)
                    .containsOnly(origins.getFirst().getFirst());
            assertThat(origins).extracting(List::getLast).containsExactly(1L, 2L, 2L, 3L);
            call.hangUp();
            lab.outcome();
        }
    }

    private static Object talkRecorded(Phone phone) {
        phone.dial(new DialOrder(
                TenantId.OPERATOR,
                new Target.Line(BRANCH),
                Optional.of(NUMBER),
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                false));
        phone.record(new RecordingOrder(TenantId.OPERATOR, NUMBER, Duration.ofDays(1)));
        return phone.talk(TALK);
    }

    private static Call call(PhoneLab lab) {
        return lab.simulator.carrier().call(Order.to("4008888888").saying(Voice.tone(CALLER)));
    }

    private static void hold(Call call, String how) {
        if (how.equals("inactive")) {
            call.hold(Direction.INACTIVE);
        } else {
            call.holdTheOldWay();
        }
    }

    /// What we sent with a session description to this phone.
    private static List<TracedMessage> awaitDescriptions(PhoneLab lab, Call call, int count) {
        await().atMost(SOON).until(() -> descriptions(lab, call).size() >= count);
        return descriptions(lab, call);
    }

    private static List<TracedMessage> descriptions(PhoneLab lab, Call call) {
        return lab.stack.trace(call.callId()).stream()
                .filter(message -> message.sent() && message.text().contains("o=- "))
                .toList();
    }

    private static void thenHears(Call call, int hz) {
        var mark = call.heard().length();
        await().atMost(SOON).until(() -> {
            var since = call.heard().since(mark);
            return since.length >= 4000 && ToneDetector.level(since, since.length - 4000, 4000, hz) > 0.9;
        });
    }

    private static void thenNothingMoreComes(Call call) {
        var last = new long[] {-1};
        await().pollInterval(Duration.ofMillis(400)).atMost(SOON).until(() -> {
            var before = last[0];
            last[0] = call.statistics().received();
            return before == last[0];
        });
    }

    /// Whether some 100 ms of it are this tone.
    private static boolean contains(short[] samples, int hz) {
        for (int from = 0; from + 800 <= samples.length; from += 400) {
            if (ToneDetector.level(samples, from, 800, hz) > 0.9) {
                return true;
            }
        }
        return false;
    }

    private static double level(short[] samples, int hz) {
        return ToneDetector.level(samples, 0, samples.length, hz);
    }
}
