package org.hotline400.server.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.calls.Collected.EndedBy;
import org.hotline400.server.calls.DialOutcome.LetGo;
import org.hotline400.server.calls.RehearsalScript.Behaviour;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.prompts.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The verbs of a phone whose caller and targets follow a script on a virtual clock.
class RehearsedPhoneTest {
    private static final Instant START = Instant.parse("2026-03-03T02:00:00Z");
    private static final String ONE = "13800138001";
    private static final String TWO = "13800138002";
    private static final String THREE = "13800138003";
    private static final Announcement NOTHING = new Announcement(Rehearsed.TENANT, Language.ZH, List.of());
    private static final CollectTerms NUMBER =
            new CollectTerms(4, 8, Optional.of('#'), Duration.ofSeconds(10), Duration.ofSeconds(3));
    private static final TalkTerms TALK = new TalkTerms(Duration.ofHours(1), Duration.ofMinutes(1), NOTHING);
    private static final RecordingOrder RECORDING =
            new RecordingOrder(TenantId.OPERATOR, new HotlineNumber("4008888888"), Duration.ofDays(1));
    private static final Acceptance PRESS_ONE = new Acceptance(NOTHING, Optional.of('1'), Duration.ofSeconds(10));

    private final List<RehearsalScript.Key> keys = new ArrayList<>();
    private final Map<String, Behaviour> targets = new HashMap<>();
    private final Map<String, Duration> errands = new HashMap<>();
    private @Nullable Duration patience;

    private RehearsedPhone phone() {
        var call = new IncomingCall(CallId.next(), "13812345678", "4008888888", "rehearsal", "rehearsal", START);
        var script = new RehearsalScript(
                "13812345678",
                START,
                keys,
                targets,
                new Behaviour.NeverAnswers(),
                patience,
                Duration.ofSeconds(10),
                errands);
        return new RehearsedPhone(call, script, new FakePrompts());
    }

    private void presses(String these) {
        these.chars().forEach(key -> keys.add(new RehearsalScript.Key((char) key, null)));
    }

    private void pressesAt(int seconds, char key) {
        keys.add(new RehearsalScript.Key(key, Duration.ofSeconds(seconds)));
    }

    private static DialOrder order(String number) {
        return new DialOrder(
                TenantId.OPERATOR,
                new Target.Line(number),
                Optional.empty(),
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                false);
    }

    private static List<DialOrder> orders(String... numbers) {
        return Stream.of(numbers).map(RehearsedPhoneTest::order).toList();
    }

    private static Behaviour answers(int after) {
        return Rehearsed.answers(after, 60);
    }

    private static String outcomes(List<DialledAll.Rung> rung) {
        return rung.stream()
                .map(one -> one.outcome().getClass().getSimpleName())
                .toList()
                .toString();
    }

    private static Duration passed(Phone phone) {
        return Duration.between(START, phone.now());
    }

    @Test
    void theScriptsKeysAreCollectedUntilTheTerminatorAndFurtherOnesAreKept() {
        presses("4711#5");
        var phone = phone();
        assertThat(phone.collect(NOTHING, NUMBER)).isEqualTo(new Collected.Complete("4711", EndedBy.TERMINATOR));
        assertThat(passed(phone)).isEqualTo(Duration.ofSeconds(3));
        assertThat(phone.ask(NOTHING, Duration.ofSeconds(5))).isEqualTo(new Keypress.Pressed('5'));
    }

    @Test
    void asManyKeysAsMayBeAndAPauseEndANumber() {
        presses("12345678");
        pressesAt(60, '9');
        var phone = phone();
        assertThat(phone.collect(NOTHING, NUMBER)).isEqualTo(new Collected.Complete("12345678", EndedBy.MOST));
        assertThat(phone.collect(NOTHING, NUMBER)).isEqualTo(new Collected.Nothing());
        phone.whileDoing(new Errand<>("", () -> ""), Duration.ZERO, NOTHING);
        assertThat(phone.collect(NOTHING, new CollectTerms(2, 4, Optional.empty(), Duration.ofMinutes(2), SECOND)))
                .isEqualTo(new Collected.TooFew("9", EndedBy.PAUSE));
        assertThat(passed(phone)).isEqualTo(Duration.ofSeconds(61));
    }

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void aPersonAcceptsACallAndAVoicemailBoxDoesNot() {
        targets.put(ONE, new Behaviour.NeverAccepts(SECOND, Duration.ofMinutes(1)));
        targets.put(TWO, answers(1));
        var phone = phone();
        assertThat(phone.dial(order(ONE).withAcceptance(PRESS_ONE)))
                .isInstanceOfSatisfying(
                        DialOutcome.NotAccepted.class,
                        outcome -> assertThat(outcome.answeredAt()).isEqualTo(START.plusSeconds(3)));
        assertThat(passed(phone)).isEqualTo(Duration.ofSeconds(13));
        assertThat(phone.dial(order(TWO).withAcceptance(PRESS_ONE)))
                .isInstanceOfSatisfying(
                        DialOutcome.Reached.class,
                        outcome -> assertThat(Duration.between(outcome.answeredAt(), outcome.acceptedAt()))
                                .isEqualTo(SECOND));
        assertThat(phone.dial(order(ONE))).isInstanceOf(DialOutcome.Reached.class);
    }

    @Test
    void ofThoseThatRingAtOnceWhoAnswersFirstOnTheClockIsReached() {
        targets.put(ONE, answers(8));
        targets.put(TWO, answers(4));
        targets.put(THREE, Rehearsed.busy());
        var phone = phone();
        var dialled = phone.dialAll(orders(ONE, TWO, THREE));
        assertThat(outcomes(dialled.rung())).isEqualTo("[LetGo, Reached, Busy]");
        assertThat(dialled.rung().getLast().endedAt()).isEqualTo(START.plusSeconds(1));
        assertThat(passed(phone)).isEqualTo(Duration.ofSeconds(6));
        assertThat(phone.talk(TALK)).isEqualTo(TalkEnd.TARGET_HUNG_UP);
    }

    @Test
    void ofThoseThatAnswerInTheSameMomentTheFirstGivenIsReachedAlsoWhenOneIsGivenTwice() {
        targets.put(ONE, answers(4));
        assertThat(outcomes(phone().dialAll(orders(ONE, ONE)).rung())).isEqualTo("[Reached, LetGo]");
    }

    @Test
    void aVoicemailBoxAmongThoseThatRingAtOnceDoesNotStealTheCall() {
        targets.put(ONE, new Behaviour.NeverAccepts(SECOND, Duration.ofMinutes(1)));
        targets.put(TWO, answers(6));
        var orders = orders(ONE, TWO).stream()
                .map(order -> order.withAcceptance(PRESS_ONE))
                .toList();
        assertThat(outcomes(phone().dialAll(orders).rung())).isEqualTo("[LetGo, Reached]");
    }

    @Test
    void whenNobodyIsReachedTheLongestRingingCounts() {
        targets.put(ONE, Rehearsed.unreachable());
        var phone = phone();
        assertThat(outcomes(phone.dialAll(orders(ONE, TWO)).rung())).isEqualTo("[Unreachable, NoAnswer]");
        assertThat(passed(phone)).isEqualTo(Duration.ofSeconds(32));
    }

    @Test
    void aCallerWhoHangsUpWhileSeveralRingLosesThemAll() {
        targets.put(ONE, Rehearsed.busy());
        targets.put(TWO, answers(20));
        patience = Duration.ofSeconds(10);
        assertThatThrownBy(() -> phone().dialAll(orders(ONE, TWO)))
                .isInstanceOfSatisfying(CallerGoneException.class, gone -> {
                    assertThat(outcomes(gone.rung())).isEqualTo("[Busy, LetGo]");
                    var letGo = (LetGo) gone.rung().getLast().outcome();
                    assertThat(letGo.because()).isEqualTo(LetGo.Because.CALLER_GONE);
                    assertThat(letGo.signalling().ringAt()).contains(START.plusSeconds(2));
                });
    }

    @Test
    void theCallerObjectsDuringTheNoticeOrAtHisTimeInTheTalk() {
        presses("*");
        assertThat(recorded(true)).isEqualTo(Recorded.OBJECTED);
        keys.clear();
        pressesAt(20, '*');
        assertThat(recorded(true)).isEqualTo(Recorded.OBJECTED);
        assertThat(recorded(false)).isEqualTo(Recorded.YES);
        keys.clear();
        presses("5");
        assertThat(recorded(true)).isEqualTo(Recorded.YES);
        keys.clear();
        pressesAt(200, '*');
        assertThat(recorded(true)).isEqualTo(Recorded.YES);
    }

    private Recorded recorded(boolean mayObject) {
        targets.put(ONE, answers(4));
        var phone = phone();
        phone.announceRecording(NOTHING, mayObject ? Optional.of('*') : Optional.empty());
        phone.dial(order(ONE));
        phone.record(RECORDING);
        phone.talk(TALK);
        return phone.recorded();
    }

    @Test
    void anErrandTakesTheTimeOfTheScriptAndNeverMoreThanItsBound() {
        errands.put("slow", Duration.ofSeconds(4));
        var phone = phone();
        assertThat(phone.whileDoing(new Errand<>("quick", () -> "found"), SECOND, NOTHING))
                .contains("found");
        assertThat(passed(phone)).isZero();
        assertThat(phone.whileDoing(new Errand<>("slow", () -> "found"), Duration.ofSeconds(5), NOTHING))
                .contains("found");
        assertThat(passed(phone)).isEqualTo(Duration.ofSeconds(4));
        assertThat(phone.whileDoing(new Errand<>("slow", () -> "found"), SECOND, NOTHING))
                .isEmpty();
        assertThat(passed(phone)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void afterATalkTheCallerIsAskedAndASecondTargetIsTalkedTo() {
        targets.put(ONE, answers(1));
        targets.put(TWO, answers(1));
        presses("5");
        var phone = phone();
        phone.dial(order(ONE));
        assertThat(phone.talk(TALK)).isEqualTo(TalkEnd.TARGET_HUNG_UP);
        assertThat(phone.ask(NOTHING, Duration.ofSeconds(5))).isEqualTo(new Keypress.Pressed('5'));
        phone.dial(order(TWO));
        assertThat(phone.talk(TALK)).isEqualTo(TalkEnd.TARGET_HUNG_UP);
        assertThat(Arrays.asList(phone.recorded(), phone.hungUp())).containsExactly(Recorded.NO, Optional.empty());
    }
}
