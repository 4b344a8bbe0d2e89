package org.hotline400.server.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline400.server.calls.Rehearsed.answers;
import static org.hotline400.server.calls.Rehearsed.busy;
import static org.hotline400.server.calls.Rehearsed.neverAnswers;
import static org.hotline400.server.calls.Rehearsed.path;
import static org.hotline400.server.calls.Rehearsed.reached;
import static org.hotline400.server.calls.Rehearsed.unreachable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.hotline400.server.lists.CallerList;
import org.hotline400.server.lists.EntryPattern;
import org.hotline400.server.lists.ListKind;
import org.hotline400.server.lists.ListName;
import org.hotline400.server.lists.PatternKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The three customers of the samples, as their callers meet them.
class CustomersPlansTest {

    @Test
    void theShopRingsItsThreeMobilesInTurnAndTheCallerPaysFromTheAnswerOn() {
        var call = Rehearsed.sample("4006173952")
                .at("2026-03-03T10:00")
                .target("13800138001", neverAnswers())
                .target("13800138002", busy())
                .target("13900139003", answers(4, 90))
                .take();

        assertThat(reached(call)).containsExactly("13800138001 no-answer", "13800138002 busy", "13900139003 reached");
        assertThat(call.end()).isEqualTo(new CallRecord.End(EndReason.COMPLETED, HangupSide.TARGET, ""));
        assertThat(call.talking()).isEqualTo(Duration.ofSeconds(90));
        assertThat(call.ringing()).isEqualTo(Duration.ofSeconds(15 + 4));
        assertThat(call.times().platformAnsweredAt()).isEqualTo(call.times().targetAnsweredAt());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T08:59:59, after-hours",
        "2026-03-03T09:00:00, staff",
        "2026-03-08T17:59:59, staff",
        "2026-03-03T18:00:00, after-hours",
        "2026-03-04T00:00:00, after-hours"
    })
    void theShopOpensAtNineAndClosesAtSixEveryDay(String time, String step) {
        var call = Rehearsed.sample("4006173952").at(time).take();

        assertThat(path(call)).containsExactly("shop-hours", step);
    }

    @Test
    void afterHoursTheShopTakesAMessage() {
        var call =
                Rehearsed.sample("4006173952").at("2026-03-03T21:40").speaks(12).take();

        assertThat(call.attempts()).isEmpty();
        assertThat(call.end().reason()).isEqualTo(EndReason.VOICEMAIL);
        assertThat(call.steps().getLast().facts()).containsEntry("seconds", "12.0");
    }

    @Test
    void aCallerWhoGivesUpWhileTheShopRingsIsNeverAnswered() {
        var call = Rehearsed.sample("4006173952")
                .allTargets(neverAnswers())
                .hangsUpAfter(10)
                .take();

        assertThat(call.end()).isEqualTo(new CallRecord.End(EndReason.ABANDONED_IN_RING, HangupSide.CALLER, ""));
        assertThat(call.times().platformAnsweredAt()).isNull();
        assertThat(reached(call)).containsExactly("13800138001 caller-gone");
        assertThat(call.ringing()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void theSchoolLeadsThroughRegionAndCourseToTheRightBranch() {
        var call = Rehearsed.sample("4008888888").keys("2", "3").take();

        assertThat(path(call)).containsExactly("welcome", "region", "shanghai-course", "shanghai-high");
        assertThat(reached(call)).containsExactly("02166660023 reached");
        assertThat(call.end().reason()).isEqualTo(EndReason.COMPLETED);
        assertThat(call.times().platformAnsweredAt()).isEqualTo(call.times().startedAt());
        assertThat(call.steps()).extracting(StepTaken::why).contains(Why.RECORDING_ANNOUNCED);
    }

    @Test
    void everyKeyPathOfTheSchoolHasABranchOfItsOwn() {
        var branches = new TreeSet<String>();
        for (var region : List.of("1", "2", "3", "4", "5")) {
            for (var course : List.of("1", "2", "3", "4")) {
                branches.add(Rehearsed.sample("4008888888")
                        .keys(region, course)
                        .take()
                        .attempts()
                        .getFirst()
                        .target());
            }
        }
        assertThat(branches).hasSize(20);
    }

    @Test
    void theSchoolsCallerMayGoBackFromTheCoursesToTheRegions() {
        var call = Rehearsed.sample("4008888888").keys("1", "*", "3", "1").take();

        assertThat(path(call))
                .containsExactly(
                        "welcome", "region", "beijing-course", "region", "guangzhou-course", "guangzhou-primary");
    }

    @Test
    void whoPressesNothingOrNonsenseReachesTheSchoolsHeadquarters() {
        var call = Rehearsed.sample("4008888888").keys("9", "#").take();

        assertThat(call.steps())
                .extracting(StepTaken::why)
                .containsSubsequence(Why.KEY_WRONG, Why.KEY_WRONG, Why.KEY_MISSING, Why.TRIES_SPENT);
        assertThat(reached(call)).containsExactly("01066660001 reached");
    }

    @Test
    void anUnreachableBranchFallsBackToHeadquartersAndThenToTheMailbox() {
        var call = Rehearsed.sample("4008888888")
                .keys("1", "1")
                .allTargets(unreachable())
                .take();

        assertThat(reached(call))
                .containsExactly("01066660011 unreachable", "01066660001 unreachable", "01066660002 unreachable");
        assertThat(call.end().reason()).isEqualTo(EndReason.VOICEMAIL);
    }

    @Test
    void theButlersLineGreetsItsMembersAndLeadsToTheButler() {
        var call = Rehearsed.sample("4006666666").keys("0").take();

        assertThat(path(call)).containsExactly("lane", "welcome", "services", "butler", "satisfaction");
        assertThat(reached(call)).containsExactly("13900139001 reached");
    }

    @Test
    void aGoldCustomerIsLedToTheButlerAtOnce() {
        var gold = CallerList.builder(new ListName("gold-customers"), ListKind.VIP, Optional.empty())
                .put(EntryPattern.parse(PatternKind.NUMBER, "13912340001"))
                .build();

        var call = Rehearsed.sample("4006666666").from("13912340001").list(gold).take();

        assertThat(path(call)).containsExactly("lane", "gold", "butler", "satisfaction");
        assertThat(call.tags()).containsExactly("gold");
    }

    @Test
    void whoNamesNoRegionIsLedToTheBranchNearHim() {
        var call = Rehearsed.sample("4008888888").livesIn("江苏", "苏州").take();

        assertThat(reached(call)).containsExactly("02166660021 reached");
    }

    @Test
    void aMemberWhoGivesUpInTheMenuIsSaidToHaveLeftThere() {
        var call = Rehearsed.sample("4006666666").hangsUpAfter(3).take();

        assertThat(call.end()).isEqualTo(new CallRecord.End(EndReason.ABANDONED_IN_IVR, HangupSide.CALLER, ""));
    }
}
