package org.hotline400.server.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline400.server.calls.Admission.Stage;
import org.hotline400.server.calls.Admission.Verdict;
import org.hotline400.server.calls.RehearsalScript.Behaviour;
import org.hotline400.server.calls.internal.CallRecordJson;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.prompts.PromptName;
import org.junit.jupiter.api.Test;

/// Calls that are paid for while they last, on a virtual clock.
class PaidStoriesTest {
    private static final HotlineNumber NUMBER = new HotlineNumber("4008888888");
    private static final Instant START = Instant.parse("2026-03-03T02:00:00Z");
    private static final String SALES = "13800138001";
    private static final String ANSWER_FIRST = """
            {"start": "staff", "steps": {"staff": {"type": "dial", "to": "13800138001"}}}
            """;
    private static final String SURVEYED = """
            {"start": "staff", "steps": {
              "staff": {"type": "dial", "to": "13800138001", "afterTalk": "how-was-it"},
              "how-was-it": {"type": "survey", "next": "other"},
              "other": {"type": "dial", "to": "13800138002"}}}
            """;

    private final RehearsedMeter meter = new RehearsedMeter(START);
    private RehearsedPhone phone;
    private CallNotes notes;

    private CallRecord take(String plan, Behaviour targets, Admission... stages) {
        return take(plan, targets, null, stages);
    }

    private CallRecord take(String plan, Behaviour targets, Duration patience, Admission... stages) {
        var script = new RehearsalScript(
                "13812345678",
                START,
                List.of(new RehearsalScript.Key('2', null)),
                Map.of(),
                targets,
                patience,
                Duration.ofSeconds(5));
        var call = new IncomingCall(CallId.next(), script.caller(), NUMBER.digits(), "carrier", "a@b", START);
        var prompts = new FakePrompts();
        phone = new RehearsedPhone(call, script, prompts);
        var listing = new PlanDirectory.Listing.InService(Rehearsed.TENANT, 1, Rehearsed.plan(plan));
        notes = new CallNotes(
                phone,
                new CallNotes.Whose(Rehearsed.TENANT, NUMBER, CallerNumber.of(script.caller(), "")),
                "node",
                _ -> {});
        var ending = new Reception(_ -> listing, List.of(stages), prompts, CallRules.STANDARD, Rehearsed.resources())
                .receive(phone, notes, listing);
        phone.hangUp(ending.cause());
        return notes.close(ending, phone.now());
    }

    /// The stage that reserves credit, and admits with the meter.
    private Admission credit() {
        return stage(new Verdict.Admitted(Optional.empty(), Optional.empty(), Optional.of(meter)));
    }

    private static Admission stage(Verdict verdict) {
        return new Admission() {
            @Override
            public Stage stage() {
                return Stage.CREDIT;
            }

            @Override
            public Verdict admit(Request call) {
                return verdict;
            }
        };
    }

    private static Behaviour answers(int after, int talks) {
        return new Behaviour.Answers(Duration.ofSeconds(after), Duration.ofSeconds(talks));
    }

    @Test
    void aTalkIsCutWhereNothingIsLeftToPayItWithAfterATone() {
        meter.goOn(60).ends(60, 10);

        var call = take(ANSWER_FIRST, answers(3, 600), credit());

        assertThat(meter.told)
                .containsExactly("answered 0.0", "asked 0.0", "talking 13800138001 5.0", "asked 5.0", "talk over 65.0");
        assertThat(phone.warnings()).containsExactly(START.plusSeconds(55));
        assertThat(call.talks()).containsExactly(new Talk(SALES, START.plusSeconds(5), START.plusSeconds(65), false));
        assertThat(call.times().endedAt()).isEqualTo(START.plusSeconds(65));
        assertThat(call.end()).isEqualTo(new CallRecord.End(EndReason.FUNDS_EXHAUSTED, HangupSide.PLATFORM, ""));
        assertThat(phone.hungUp()).contains(HangUp.FUNDS_EXHAUSTED);
    }

    @Test
    void itIsAskedAgainWhenTheLastAnswerRunsOutAndNeverMoreOften() {
        meter.goOn(60).goOn(30).goOn(30).goOn(Integer.MAX_VALUE);

        var call = take(ANSWER_FIRST, answers(3, 100), credit());

        assertThat(meter.told)
                .containsExactly(
                        "answered 0.0",
                        "asked 0.0",
                        "talking 13800138001 5.0",
                        "asked 5.0",
                        "asked 35.0",
                        "asked 65.0",
                        "talk over 105.0");
        assertThat(call.end().reason()).isEqualTo(EndReason.COMPLETED);
        assertThat(phone.warnings()).isEmpty();
    }

    @Test
    void anEndThatIsToldLaterThanItsWarningIsWarnedOfAtOnce() {
        meter.goOn(60).goOn(30).ends(4, 10);

        take(ANSWER_FIRST, answers(3, 600), credit());

        assertThat(phone.warnings()).containsExactly(START.plusSeconds(35));
    }

    @Test
    void acceptanceBeginsTheTalkAndWhoeverDoesNotAcceptIsNotTalkedTo() {
        var plan = """
                {"start": "staff", "steps": {"staff": {"type": "distribute", "targets": [
                  {"to": "13800138001", "acceptKey": "1", "whisper": ["hotline-call"]}]}}}
                """;

        var accepted = take(plan, answers(3, 60), credit());
        assertThat(accepted.times().targetAnsweredAt())
                .isBefore(accepted.talks().getFirst().from());
        assertThat(meter.told.get(2))
                .isEqualTo("talking 13800138001 "
                        + Duration.between(START, accepted.talks().getFirst().from())
                                        .toMillis()
                                / 1000.0);

        meter.told.clear();
        var box = new Behaviour.NeverAccepts(Duration.ofSeconds(3), Duration.ofSeconds(60));
        assertThat(take(plan, box, credit()).talks()).isEmpty();
        assertThat(meter.told).noneMatch(line -> line.startsWith("talking"));
    }

    @Test
    void eachTalkOfACallIsKeptAndBeginsAnew() {
        var call = take(SURVEYED, answers(3, 20), credit());

        assertThat(call.talks()).extracting(Talk::target).containsExactly(SALES, "13800138002");
        assertThat(call.talks()).extracting(Talk::length).containsOnly(Duration.ofSeconds(20));
        assertThat(meter.told).filteredOn(line -> line.startsWith("asked")).hasSize(4);
        assertThat(meter.told).filteredOn(line -> line.startsWith("talk over")).hasSize(2);
    }

    @Test
    void theEndOfWhatPaysForATalkDoesNotCutWhatComesAfterIt() {
        meter.goOn(60).ends(22, 0).goOn(Integer.MAX_VALUE).goOn(60).goOn(60);

        var call = take(SURVEYED, answers(3, 20), credit());

        assertThat(call.talks()).hasSize(2);
        assertThat(call.end().reason()).isEqualTo(EndReason.COMPLETED);
    }

    @Test
    void whatFollowsATalkDoesNotRunWhenNothingIsLeft() {
        meter.goOn(60).ends(10, 0);

        var call = take(SURVEYED, answers(3, 20), credit());

        assertThat(Rehearsed.path(call)).containsExactly("staff");
        assertThat(phone.warnings()).isEmpty();
    }

    @Test
    void aCallIsCutWhereverItIsInAMenuAsWellAsWhileItRings() {
        meter.ends(6, 3);
        var plan = """
                {"start": "which", "steps": {
                  "which": {"type": "menu", "prompts": ["choose"], "keys": {"9": "bye"}, "otherwise": "bye"},
                  "bye": {"type": "hang-up"}}}
                """;
        var inMenu = take(plan, answers(3, 20), credit());
        assertThat(inMenu.end().reason()).isEqualTo(EndReason.FUNDS_EXHAUSTED);
        assertThat(inMenu.times().endedAt()).isEqualTo(START.plusSeconds(6));
        assertThat(inMenu.talks()).isEmpty();

        meter.ends(6, 3);
        var ringing = take(ANSWER_FIRST, new Behaviour.NeverAnswers(), credit());
        assertThat(ringing.end().reason()).isEqualTo(EndReason.FUNDS_EXHAUSTED);
        assertThat(ringing.attempts()).extracting(Attempt::result).containsExactly(Attempt.Result.FUNDS_EXHAUSTED);
    }

    @Test
    void aMeterThatFailsIsAskedEverySecondAndTheCallGoesOn() {
        meter.goOn(60).fails().fails().ends(30, 0);

        var call = take(ANSWER_FIRST, answers(3, 600), credit());

        assertThat(meter.told).contains("asked 5.0", "asked 6.0", "asked 7.0").doesNotContain("asked 8.0");
        assertThat(call.end().reason()).isEqualTo(EndReason.FUNDS_EXHAUSTED);
        assertThat(call.times().endedAt()).isEqualTo(START.plusSeconds(37));
    }

    @Test
    void aMeterThatFailsForAMinuteEndsTheCallAsAFailureOfOurs() {
        meter.goOn(60).failsForEver();

        var call = take(ANSWER_FIRST, answers(3, 600), credit());

        assertThat(call.end().reason()).isEqualTo(EndReason.PLATFORM_FAILURE);
        assertThat(call.times().endedAt()).isEqualTo(START.plusSeconds(65));
    }

    @Test
    void aCallerWhoHangsUpFirstPaysUntilThen() {
        meter.goOn(60).ends(60, 10);

        var call = take(ANSWER_FIRST, answers(3, 600), Duration.ofSeconds(30), credit());

        assertThat(call.end().side()).isEqualTo(HangupSide.CALLER);
        assertThat(call.talks().getFirst().until()).isEqualTo(START.plusSeconds(30));
    }

    @Test
    void whoeverHasNotPaidIsRefusedBeforeTheAnswer() {
        var call = take(
                ANSWER_FIRST,
                answers(3, 20),
                stage(new Verdict.Refused(
                        EndReason.REJECTED_ARREARS,
                        HangUp.ARREARS,
                        List.of(new PromptName("system-arrears")),
                        "prepaid")));

        assertThat(call.end().reason().code()).isEqualTo("rejected-arrears");
        assertThat(call.times().platformAnsweredAt()).isNull();
        assertThat(call.times().endedAt()).isAfter(START);
        assertThat(phone.hungUp()).contains(HangUp.ARREARS);
    }

    @Test
    void aNumberThatIsSuspendedForArrearsSaysSoInItsRecord() {
        var outcome = Rehearsed.call(new PlanDirectory.Listing.NotInService(Rehearsed.TENANT, "arrears-suspended"))
                .outcome();

        assertThat(outcome.call().end())
                .isEqualTo(new CallRecord.End(EndReason.REJECTED_ARREARS, HangupSide.PLATFORM, "arrears-suspended"));
        assertThat(outcome.hangUp()).isEqualTo(HangUp.ARREARS);
    }

    @Test
    void aTalkUnderWayWhenTheProcessDiesLastsUntilTheLastSignOfLife() {
        var call = take(ANSWER_FIRST, answers(3, 20), credit());
        // As the journal has it in the middle of the talk.
        var cut = new CallRecord.Times(START, START, null, START.plusSeconds(5), START.plusSeconds(5));
        var begun = new Talk(SALES, START.plusSeconds(5), START.plusSeconds(5), true);

        var died = with(call, cut, List.of(begun)).endingAt(START.plusSeconds(17));
        var later = with(call, call.times(), call.talks()).endingAt(START.plusSeconds(90));

        assertThat(died.talks()).containsExactly(begun.endingAt(START.plusSeconds(17)));
        assertThat(later.talks()).isEqualTo(call.talks());
    }

    @Test
    void recordsOfEarlierReleasesTellOfTheirOnlyTalk() {
        var call = take(ANSWER_FIRST, answers(3, 20));
        var several = take(SURVEYED, answers(3, 20));

        assertThat(withoutTalks(call).talks()).isEqualTo(call.talks()).hasSize(1);
        assertThat(withoutTalks(several).talks()).isEmpty();
    }

    private static CallRecord withoutTalks(CallRecord call) {
        var text = CallRecordJson.text(call);
        assertThat(text).contains("\"talks\":[{");
        return CallRecordJson.read(text.replaceAll(",\"talks\":\\[.*\\]", ""));
    }

    private static CallRecord with(CallRecord call, CallRecord.Times times, List<Talk> talks) {
        return new CallRecord(
                call.id(),
                call.tenant(),
                call.number(),
                call.caller(),
                call.plan(),
                times,
                call.steps(),
                call.attempts(),
                call.end(),
                call.route(),
                call.quality(),
                call.region(),
                call.tags(),
                talks);
    }
}
