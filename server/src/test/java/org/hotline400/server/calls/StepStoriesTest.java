package org.hotline400.server.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline400.server.calls.Rehearsed.answers;
import static org.hotline400.server.calls.Rehearsed.busy;
import static org.hotline400.server.calls.Rehearsed.neverAnswers;
import static org.hotline400.server.calls.Rehearsed.path;
import static org.hotline400.server.calls.Rehearsed.reached;
import static org.hotline400.server.calls.Rehearsed.unreachable;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.hotline400.server.callplans.Draw;
import org.hotline400.server.calls.RehearsalScript.Behaviour;
import org.hotline400.server.lists.CallerList;
import org.hotline400.server.lists.EntryPattern;
import org.hotline400.server.lists.ListKind;
import org.hotline400.server.lists.ListName;
import org.hotline400.server.lists.PatternKind;
import org.hotline400.server.lists.Pin;
import org.hotline400.server.lists.PinHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// What each kind of step makes of a call, by the engine that leads live calls, on a virtual clock.
class StepStoriesTest {
    private static final String SALES = "13800138001";
    private static final String SERVICE = "13800138002";

    @Test
    void aCallerIsLedByWhereHeLives() {
        var plan = """
                {"start": "where", "steps": {
                  "where": {"type": "region", "cases": [{"provinces": ["广东"], "to": "south"}], "otherwise": "rest"},
                  "south": {"type": "hang-up"}, "rest": {"type": "hang-up"}}}
                """;

        assertThat(path(call(plan).livesIn("广东", "深圳").take())).containsExactly("where", "south");
        assertThat(path(call(plan).take())).containsExactly("where", "rest");
        assertThat(call(plan).livesIn("广东", "深圳").take().region().city()).isEqualTo("深圳");
    }

    @Test
    void aGreyListLetsThroughWhoKnowsThePin() {
        var plan = """
                {"start": "grey", "steps": {
                  "grey": {"type": "list", "cases": [{"list": "grey", "to": "pin"}], "otherwise": "welcome"},
                  "pin": {"type": "collect", "prompts": ["enter"], "digits": {"least": 4, "most": 4}, "into": "pin",
                          "tries": 2, "check": {"pinOf": "grey"}, "next": "welcome", "otherwise": "reject"},
                  "welcome": {"type": "hang-up"}, "reject": {"type": "hang-up", "cause": "blacklisted"}}}
                """;
        var grey = CallerList.builder(new ListName("grey"), ListKind.GREY, Optional.of(PinHash.of(new Pin("2468"))))
                .put(EntryPattern.parse(PatternKind.PREFIX, "138"))
                .build();

        var knows = call(plan).list(grey).keys("2", "4", "6", "8").take();
        assertThat(path(knows)).containsExactly("grey", "pin", "welcome");
        assertThat(knows.steps()).noneMatch(step -> step.facts().containsValue("2468") || "2468".equals(step.key()));
        var guesses = call(plan)
                .list(grey)
                .keys("1", "1", "1", "1", "2", "2", "2", "2")
                .take();
        assertThat(path(guesses)).containsExactly("grey", "pin", "reject");
        assertThat(guesses.end().reason()).isEqualTo(EndReason.REJECTED_BLACKLIST);
        assertThat(path(call(plan).list(grey).from("13912345678").take())).containsExactly("grey", "welcome");
    }

    @Test
    void whatIsSecretStaysOutOfTheRecordAndSoDoesWhatIsMadeOfIt() {
        var plan = """
                {"start": "code", "steps": {
                  "code": {"type": "collect", "prompts": ["enter"], "digits": {"least": 4, "most": 4}, "into": "code",
                           "secret": true, "next": "copy", "otherwise": "end"},
                  "copy": {"type": "set", "variables": {"copied": "x${code}"}, "next": "say"},
                  "say": {"type": "announce", "prompts": [{"say": "digits", "value": "${copied}"}], "next": "end"},
                  "end": {"type": "hang-up"}}}
                """;

        var call = call(plan).keys("2", "4", "6", "8").take();

        assertThat(path(call)).containsExactly("code", "copy", "say", "end");
        assertThat(call.steps().toString()).doesNotContain("2468");
    }

    @Test
    void whoGuessesPinsTenTimesGuessesInVain() {
        var guard = new PinGuard();
        var now = Rehearsed.shanghai("2026-03-03T10:00");
        var list = new ListName("grey");
        for (int guess = 0; guess < 10; guess++) {
            assertThat(guard.allows(Rehearsed.TENANT, list, "13800138000", now)).isTrue();
            guard.failed(Rehearsed.TENANT, list, "13800138000", now);
        }

        assertThat(guard.allows(Rehearsed.TENANT, list, "13800138000", now)).isFalse();
        assertThat(guard.allows(Rehearsed.TENANT, list, "13900139000", now)).isTrue();
        assertThat(guard.allows(Rehearsed.TENANT, list, "13800138000", now.plus(Duration.ofHours(2))))
                .isTrue();
    }

    @Test
    void aRehearsalTurnsAwayWhomTheNumberTurnsAway() {
        var plan = """
                {"settings": {"screening": {"barredKinds": ["international"]}}, "start": "end",
                 "steps": {"end": {"type": "hang-up"}}}
                """;

        assertThat(call(plan).from("+442079460000").take().end().reason()).isEqualTo(EndReason.REJECTED_REGION);
        assertThat(call(plan).take().end().reason()).isEqualTo(EndReason.COMPLETED);
    }

    @Test
    void digitsAreKeptAndAnExtensionIsDialled() {
        var plan = """
                {"start": "which", "steps": {
                  "which": {"type": "collect", "prompts": ["extension"], "digits": {"least": 3, "most": 6},
                            "into": "extension", "next": "ring", "otherwise": "desk"},
                  "ring": {"type": "dial", "to": "ext:${extension}", "otherwise": "desk"},
                  "desk": {"type": "distribute", "targets": [{"to": "13800138001"}]}}}
                """;

        assertThat(reached(call(plan).keys("8", "0", "0", "1", "#").take())).containsExactly("ext:8001 reached");
        assertThat(reached(call(plan).keys("9", "9", "9", "#").take())).containsExactly(SALES + " reached");
        assertThat(call(plan).keys("9", "9", "9", "#").take().steps())
                .anyMatch(step -> step.why() == Why.EXTENSION_UNKNOWN);
    }

    @Test
    void dataOfTheEnterpriseDecides() {
        var plan = """
                {"start": "crm", "steps": {
                  "crm": {"type": "http", "url": "https://crm.example.com/callers/${caller}",
                          "into": {"grade": "/customer/grade", "balance": "/customer/balance"},
                          "defaults": {"grade": "none"}, "next": "grade", "failed": "sorry"},
                  "grade": {"type": "branch", "cases": [{"when": [{"variable": "grade", "is": "gold"},
                                                                   {"variable": "balance", "atLeast": 10}],
                                                          "to": "mark"}], "otherwise": "others"},
                  "mark": {"type": "set", "tags": ["gold"], "variables": {"team": "${grade}-team"}, "priority": 7,
                           "next": "tell"},
                  "tell": {"type": "announce", "prompts": ["hello", {"say": "amount", "value": "${balance}"}],
                           "next": "end"},
                  "end": {"type": "hang-up"}, "others": {"type": "hang-up"}, "sorry": {"type": "hang-up"}}}
                """;

        var gold = call(plan)
                .answer("crm", json("{\"customer\": {\"grade\": \"gold\", \"balance\": 12.5}}"))
                .take();
        assertThat(path(gold)).containsExactly("crm", "grade", "mark", "tell", "end");
        assertThat(gold.tags()).containsExactly("gold");
        assertThat(gold.steps())
                .anyMatch(step -> "hello, amount-12-5".equals(step.facts().get("prompts")));
        var unknown = call(plan).answer("crm", json("{\"customer\": null}")).take();
        assertThat(path(unknown)).containsExactly("crm", "grade", "others");
        var broken = call(plan)
                .answer("crm", new DataDips.Answer.Failed("it answered 500", true))
                .take();
        assertThat(path(broken)).containsExactly("crm", "sorry");
    }

    @ParameterizedTest
    @CsvSource({"busy, BUSY", "message, NO_ANSWER", "elsewhere, UNREACHABLE", "rest, FAILED", "rest, DECLINED"})
    void aDialKnowsAWayForEachFailure(String next, String failure) {
        var plan = """
                {"start": "ring", "steps": {
                  "ring": {"type": "dial", "to": "13800138001", "busy": "%s", "noAnswer": "message",
                           "unreachable": "elsewhere", "otherwise": "rest"},
                  "busy": {"type": "hang-up"}, "message": {"type": "hang-up"}, "elsewhere": {"type": "hang-up"},
                  "rest": {"type": "hang-up"}}}
                """;
        var behaviour = switch (failure) {
            case "BUSY" -> busy();
            case "NO_ANSWER" -> neverAnswers();
            case "UNREACHABLE" -> unreachable();
            case "FAILED" -> new Behaviour.Failing();
            default -> new Behaviour.Declines(Duration.ofSeconds(2));
        };
        // A declined call is busy, and a failing carrier is unreachable, where the plan names no other way.
        var document = failure.equals("DECLINED")
                ? plan.replace("\"busy\": \"%s\", ", "").replace("\"busy\": {\"type\": \"hang-up\"}, ", "")
                : plan.formatted("busy");
        if (failure.equals("FAILED")) {
            document = document.replace("\"unreachable\": \"elsewhere\", ", "")
                    .replace("\"elsewhere\": {\"type\": \"hang-up\"},", "");
        }

        assertThat(path(call(document).allTargets(behaviour).take())).containsExactly("ring", next);
    }

    @Test
    void aVoicemailBoxDoesNotStealACallThatWantsToBeAccepted() {
        var plan = """
                {"start": "staff", "steps": {"staff": {"type": "distribute", "targets": [
                  {"to": "13800138001", "acceptKey": "1", "whisper": ["hotline-call"]}, {"to": "13800138002"}]}}}
                """;
        var box = new Behaviour.NeverAccepts(Duration.ofSeconds(3), Duration.ofSeconds(60));

        assertThat(reached(call(plan).target(SALES, box).take()))
                .containsExactly(SALES + " not-accepted", SERVICE + " reached");
        assertThat(reached(call(plan).take())).containsExactly(SALES + " reached");
    }

    @Test
    void allAtOnceTheFirstToAnswerTalks() {
        var plan = """
                {"start": "staff", "steps": {"staff": {"type": "distribute", "strategy": "all-at-once",
                  "targets": [{"to": "13800138001"}, {"to": "13800138002"}]}}}
                """;

        var call = call(plan)
                .target(SALES, answers(9, 30))
                .target(SERVICE, answers(4, 30))
                .take();

        assertThat(reached(call)).containsExactlyInAnyOrder(SALES + " answered-elsewhere", SERVICE + " reached");
        assertThat(call.end().reason()).isEqualTo(EndReason.COMPLETED);
    }

    @Test
    void targetsThatAreClosedOrFullArePassedOver() {
        var plan = """
                {"start": "staff", "steps": {"staff": {"type": "distribute", "targets": [
                  {"to": "13800138001", "hours": [{"days": ["sat"], "from": "09:00", "to": "18:00"}]},
                  {"to": "13800138002", "maxCalls": 2}, {"to": "13800138003"}]}}}
                """;

        var call = call(plan).full(SERVICE).take();

        assertThat(reached(call)).containsExactly("13800138003 reached");
        assertThat(call.steps()).extracting(StepTaken::why).contains(Why.TARGET_CLOSED, Why.TARGET_FULL);
    }

    @Test
    void aRotationGoesOnByOneAndTheDrawIsInTheRecord() {
        var plan = """
                {"start": "staff", "steps": {"staff": {"type": "distribute", "strategy": "round-robin",
                  "targets": [{"to": "13800138001"}, {"to": "13800138002"}]}}}
                """;

        var call = call(plan)
                .draw("staff", new Draw(0, 7, Map.of(), Optional.empty()))
                .take();

        assertThat(reached(call)).containsExactly(SERVICE + " reached");
        assertThat(call.steps()).anyMatch(step -> "turn 7".equals(step.facts().get("draw")));
    }

    @Test
    void noMoreAreRungThanTheStepsHops() {
        var plan = """
                {"start": "staff", "steps": {"staff": {"type": "distribute", "hops": 1, "otherwise": "message",
                  "targets": [{"to": "13800138001"}, {"to": "13800138002"}]}, "message": {"type": "voicemail"}}}
                """;

        var call = call(plan).allTargets(busy()).take();

        assertThat(reached(call)).containsExactly(SALES + " busy");
        assertThat(call.end().reason()).isEqualTo(EndReason.VOICEMAIL);
    }

    @Test
    void afterATalkTheCallerSaysHowItWas() {
        var plan = """
                {"start": "staff", "steps": {
                  "staff": {"type": "dial", "to": "13800138001", "afterTalk": "how-was-it"},
                  "how-was-it": {"type": "survey", "comment": {"prompts": ["tell-us"], "upTo": 3}}}}
                """;

        var call = call(plan).allTargets(answers(3, 60)).keys("2").speaks(7).take();

        assertThat(call.steps())
                .extracting(StepTaken::why)
                .contains(Why.TALK_OVER, Why.SURVEY_ANSWERED, Why.SURVEY_COMMENTED);
        assertThat(call.talking()).hasSeconds(60);
        assertThat(call.times().endedAt()).isAfter(call.times().talkEndedAt());
        assertThat(call.end()).isEqualTo(new CallRecord.End(EndReason.COMPLETED, HangupSide.TARGET, ""));
    }

    @Test
    void aCallerWhoHangsUpInTheSurveyHasCompletedHisCall() {
        var plan = """
                {"start": "staff", "steps": {
                  "staff": {"type": "dial", "to": "13800138001", "afterTalk": "how-was-it"},
                  "how-was-it": {"type": "survey"}}}
                """;

        var call = call(plan).allTargets(answers(3, 20)).hangsUpAfter(28).take();

        assertThat(call.end().reason()).isEqualTo(EndReason.COMPLETED);
        assertThat(call.end().side()).isEqualTo(HangupSide.CALLER);
    }

    @Test
    void aKeyChoosesTheLanguage() {
        var plan = """
                {"start": "choose", "steps": {
                  "choose": {"type": "menu", "prompts": ["choose"], "keys": {"9": {"to": "lines", "language": "en-US"},
                             "1": "lines"}, "otherwise": "lines"},
                  "lines": {"type": "branch", "cases": [{"when": [{"variable": "call.language", "is": "en-US"}],
                            "to": "english"}], "otherwise": "chinese"},
                  "english": {"type": "hang-up"}, "chinese": {"type": "hang-up"}}}
                """;

        assertThat(path(call(plan).keys("9").take())).endsWith("english");
        assertThat(path(call(plan).keys("1").take())).endsWith("chinese");
    }

    @Test
    void aStepThatCannotBeDoneLeadsToThePlansFallbackOnce() {
        var plan = """
                {"settings": {"fallbackStep": "desk"}, "start": "welcome", "steps": {
                  "welcome": {"type": "announce", "prompts": ["gone"], "next": "desk"},
                  "desk": {"type": "distribute", "targets": [{"to": "13800138001"}]}}}
                """;

        var call = call(plan).withoutPrompt("gone").take();

        assertThat(path(call)).containsExactly("welcome", "desk");
        assertThat(call.steps()).anyMatch(step -> step.why() == Why.STEP_FAILED);
        assertThat(call.end().reason()).isEqualTo(EndReason.COMPLETED);
    }

    @Test
    void aNumberClosedByHandIsClosedWhateverTheHour() {
        var call = Rehearsed.sample("4006173952")
                .at("2026-03-03T10:00")
                .closedToday()
                .take();

        assertThat(call.steps()).anyMatch(step -> step.why() == Why.CLOSED_TODAY);
        assertThat(call.end().reason()).isEqualTo(EndReason.VOICEMAIL);
    }

    private static DataDips.Answer json(String document) {
        return new DataDips.Answer.Json(JsonMapper.shared().readTree(document));
    }

    private static Rehearsed call(String plan) {
        return Rehearsed.call(Rehearsed.plan(plan));
    }
}
