package org.hotline400.server.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline400.server.calls.Rehearsed.TENANT;
import static org.hotline400.server.calls.Rehearsed.answers;
import static org.hotline400.server.calls.Rehearsed.busy;
import static org.hotline400.server.calls.Rehearsed.neverAnswers;
import static org.hotline400.server.calls.Rehearsed.unreachable;

import java.time.Duration;
import java.util.stream.Stream;
import org.hotline400.server.calls.RehearsalScript.Behaviour;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.prompts.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What each thing that can befall a call makes of it: the end reason of the record and the word to the network.
class InterpreterTest {
    private static final String FORWARD = """
            {"settings": {"charging": "ringback", "maxCallSeconds": 600, "attempts": 2}, "start": "staff",
             "steps": {"staff": {"type": "distribute",
               "targets": [{"to": "13800138001"}, {"to": "13800138002"}, {"to": "13800138003"}]}}}
            """;

    static Stream<Arguments> outcomes() {
        return Stream.of(
                outcome(forward().allTargets(answers(2, 30)), EndReason.COMPLETED, HangUp.NORMAL),
                outcome(forward().allTargets(busy()), EndReason.BUSY, HangUp.BUSY),
                outcome(forward().allTargets(neverAnswers()), EndReason.NO_ANSWER, HangUp.NO_ANSWER),
                outcome(forward().allTargets(unreachable()), EndReason.UNREACHABLE, HangUp.UNREACHABLE),
                outcome(
                        forward().allTargets(new Behaviour.Failing()),
                        EndReason.CARRIER_FAILURE,
                        HangUp.CARRIER_FAILURE),
                outcome(
                        forward().allTargets(new Behaviour.Declines(Duration.ofSeconds(3))),
                        EndReason.BUSY,
                        HangUp.BUSY),
                outcome(
                        forward().allTargets(unreachable()).target("13800138002", neverAnswers()),
                        EndReason.NO_ANSWER,
                        HangUp.NO_ANSWER),
                outcome(forward().allTargets(answers(1, 9999)), EndReason.MAX_LENGTH, HangUp.NORMAL),
                outcome(
                        forward().allTargets(neverAnswers()).hangsUpAfter(5),
                        EndReason.ABANDONED_IN_RING,
                        HangUp.NORMAL),
                outcome(forward().hangsUpAfter(20), EndReason.COMPLETED, HangUp.NORMAL),
                outcome(
                        Rehearsed.call(new PlanDirectory.Listing.Unknown()),
                        EndReason.UNKNOWN_NUMBER,
                        HangUp.UNKNOWN_NUMBER),
                outcome(
                        Rehearsed.call(new PlanDirectory.Listing.NotInService(TENANT, "frozen")),
                        EndReason.NOT_IN_SERVICE,
                        HangUp.NOT_IN_SERVICE),
                outcome(
                        Rehearsed.call(new PlanDirectory.Listing.Replaced(
                                TENANT, new HotlineNumber("4006666666"), Language.ZH)),
                        EndReason.NOT_IN_SERVICE,
                        HangUp.NUMBER_CHANGED),
                outcome(
                        Rehearsed.call(new PlanDirectory.Listing.WithoutPlan(TENANT)),
                        EndReason.MISCONFIGURED,
                        HangUp.NOT_IN_SERVICE),
                outcome(
                        Rehearsed.sample("4006666666").withoutPrompt("home-menu"),
                        EndReason.PLAN_FAILURE,
                        HangUp.PLAN_FAILURE),
                outcome(
                        Rehearsed.sample("4006666666")
                                .withoutPrompt("home-menu")
                                .withoutPrompt("system-failure"),
                        EndReason.PLAN_FAILURE,
                        HangUp.PLAN_FAILURE),
                outcome(hangUp("auto"), EndReason.COMPLETED, HangUp.NORMAL),
                outcome(hangUp("off-hours"), EndReason.OFF_HOURS, HangUp.NORMAL),
                outcome(hangUp("busy"), EndReason.BUSY, HangUp.BUSY),
                outcome(
                        Rehearsed.sample("4006173952").at("2026-03-03T20:00").speaks(0),
                        EndReason.OFF_HOURS,
                        HangUp.NORMAL),
                outcome(
                        Rehearsed.sample("4006173952").at("2026-03-03T20:00").hangsUpAfter(6),
                        EndReason.VOICEMAIL,
                        HangUp.NORMAL));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void endsForTheReasonThatTellsMost(Rehearsed call, EndReason reason, HangUp hangUp) {
        var outcome = call.outcome();

        assertThat(outcome.call().end().reason()).isEqualTo(reason);
        assertThat(outcome.hangUp()).isEqualTo(hangUp);
    }

    @Test
    void noMoreTargetsAreRungThanThePlanAllows() {
        var call = forward().allTargets(busy()).take();

        assertThat(call.attempts()).hasSize(2);
        assertThat(call.steps().getLast().why()).isEqualTo(Why.ATTEMPTS_SPENT);
    }

    @Test
    void aCallThatGoesInCirclesIsStopped() {
        var call = Rehearsed.sample("4008888888")
                .keys("1", "*", "1", "*", "1", "*", "1", "*", "1", "*")
                .rules(new CallRules(Duration.ofSeconds(10), Duration.ofSeconds(60), 8))
                .take();

        assertThat(call.end().reason()).isEqualTo(EndReason.PLAN_FAILURE);
        assertThat(call.end().detail()).contains("8 steps");
    }

    @Test
    void aKeyAtItsTimeIsHeardByTheMenuThatIsPlayingThen() {
        var call = Rehearsed.sample("4006666666").keyAfter("1", 5).take();

        assertThat(call.steps())
                .filteredOn(step -> step.why() == Why.KEY_CHOSEN)
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.key()).isEqualTo("1");
                    assertThat(step.at()).isEqualTo(call.times().startedAt().plusSeconds(5));
                });
    }

    @Test
    void theReasonStandsWhenACallerDoesNotStayToHearIt() {
        var call = Rehearsed.call(new PlanDirectory.Listing.Unknown())
                .hangsUpAfter(1)
                .take();

        assertThat(call.end()).isEqualTo(new CallRecord.End(EndReason.UNKNOWN_NUMBER, HangupSide.CALLER, ""));
    }

    private static Rehearsed forward() {
        return Rehearsed.call(Rehearsed.plan(FORWARD));
    }

    private static Rehearsed hangUp(String cause) {
        return Rehearsed.call(Rehearsed.plan("""
                {"start": "end", "steps": {"end": {"type": "hang-up", "cause": "%s", "prompts": ["system-goodbye"]}}}
                """.formatted(cause)));
    }

    private static Arguments outcome(Rehearsed call, EndReason reason, HangUp hangUp) {
        return Arguments.of(call, reason, hangUp);
    }
}
