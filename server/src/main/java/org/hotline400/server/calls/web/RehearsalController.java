package org.hotline400.server.calls.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hotline400.server.callplans.CallPlans;
import org.hotline400.server.callplans.CheckedPlan;
import org.hotline400.server.callplans.PlanBounds;
import org.hotline400.server.calls.PlanDirectory;
import org.hotline400.server.calls.Rehearsal;
import org.hotline400.server.calls.RehearsalScript;
import org.hotline400.server.calls.RehearsalScript.Behaviour;
import org.hotline400.server.calls.RehearsalWorld;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// What would happen to a call.
@RestController
@RequestMapping("/api/v1/numbers/{number}/plan")
@Tag(name = "call plans")
class RehearsalController {
    private static final Problem UNKNOWN_NUMBER =
            Problem.notFound("numbers.unknown", "You have no such number.", "您没有这个号码。");

    private final Rehearsal rehearsal;
    private final PlanDirectory directory;
    private final HotlineNumbers numbers;
    private final CallPlans plans;
    private final Clock clock;

    RehearsalController(
            Rehearsal rehearsal, PlanDirectory directory, HotlineNumbers numbers, CallPlans plans, Clock clock) {
        this.rehearsal = rehearsal;
        this.directory = directory;
        this.numbers = numbers;
        this.plans = plans;
        this.clock = clock;
    }

    /// What to rehearse. Everything may be left out.
    ///
    /// @param caller the calling number; `13800138000` by default, empty for a withheld one
    /// @param at when; ISO instant, now by default
    /// @param keys what the caller presses
    /// @param targets how targets behave, by their number
    /// @param others how all others do; they answer after 5 s and talk for 60 s by default
    /// @param hangsUpAfterSeconds when the caller loses patience; never by default
    /// @param messageSeconds how long a message is; 10 s by default
    /// @param plan a draft to rehearse instead of what is live
    record Script(
            @Nullable String caller,
            @Nullable String at,
            @Nullable List<PressedKey> keys,
            @Nullable Map<String, TargetScript> targets,
            @Nullable TargetScript others,
            @Nullable Integer hangsUpAfterSeconds,
            @Nullable Integer messageSeconds,
            @Nullable JsonNode plan) {}

    /// @param afterSeconds counted from the start; as soon as a key is asked for by default
    record PressedKey(String key, @Nullable Integer afterSeconds) {}

    /// @param does `answers`, `busy`, `never-answers`, `declines`, `unreachable` or `failing`
    /// @param afterSeconds of ringing, for `answers` and `declines`; 5 by default
    /// @param talkSeconds for `answers`; 60 by default
    record TargetScript(
            String does,
            @Nullable Integer afterSeconds,
            @Nullable Integer talkSeconds) {}

    /// @param hangUp what the network would be told
    record Rehearsed(CallBody call, String hangUp) {}

    @Operation(
            summary = "Say what would happen to a call",
            description = "Runs the engine that leads live calls on a script and a virtual clock. Nothing is called.")
    @PostMapping("/rehearse")
    Rehearsed rehearse(Caller caller, @PathVariable String number, @RequestBody Script script) {
        caller.require(Scope.read("plans"));
        var checks = new Checks();
        var dialled = checks.read("number", "numbers.malformed", number, HotlineNumber::parse);
        var readable = read(checks, script);
        checks.done();
        var holder = holder(caller, dialled.get());
        var listing = script.plan() == null ? directory.find(dialled.get()) : draft(caller, holder, script.plan());
        var outcome = rehearsal.of(dialled.get(), listing, readable, RehearsalWorld.USUAL);
        return new Rehearsed(
                CallBody.of(outcome.call(), true, Map.of()),
                outcome.hangUp().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private PlanDirectory.Listing draft(Caller caller, TenantId holder, JsonNode plan) {
        var bounds = caller.isOperator() ? PlanBounds.OPERATOR : PlanBounds.CUSTOMER;
        return switch (plans.check(holder, plan.toString(), bounds)) {
            case CheckedPlan.Sound sound -> new PlanDirectory.Listing.InService(holder, 0, sound.plan());
            case CheckedPlan.Faulty faulty -> {
                var checks = new Checks();
                faulty.findings()
                        .forEach(finding -> checks.add("plan" + finding.path(), finding.code(), finding.message()));
                checks.done();
                throw new IllegalStateException("a faulty plan has findings");
            }
        };
    }

    /// From the database: a number that was given out this instant is its holder's at once.
    private TenantId holder(Caller caller, HotlineNumber number) {
        return numbers.find(number)
                .map(known -> known.tenant())
                .filter(holder -> caller.isOperator() || holder.equals(caller.tenant()))
                .orElseThrow(() -> new ProblemException(UNKNOWN_NUMBER));
    }

    private RehearsalScript read(Checks checks, Script script) {
        var keys = Optional.ofNullable(script.keys()).orElse(List.of());
        if (keys.size() > 100) {
            checks.add("keys", "too-many", "at most 100");
        }
        var pressed = keys.stream()
                .flatMap(key -> checks.read("keys", "malformed", key, RehearsalController::key).value().stream())
                .toList();
        var targets = new HashMap<String, Behaviour>();
        Optional.ofNullable(script.targets())
                .orElse(Map.of())
                .forEach((target, does) -> checks.read(
                                "targets/" + target, "unknown", does, RehearsalController::behaviour)
                        .value()
                        .ifPresent(behaviour -> targets.put(target, behaviour)));
        return new RehearsalScript(
                Optional.ofNullable(script.caller()).orElse("13800138000"),
                checks.readIfPresent("at", "malformed", script.at(), RehearsalController::instant)
                        .orElseGet(clock::instant),
                pressed,
                targets,
                checks.readIfPresent("others", "unknown", script.others(), RehearsalController::behaviour)
                        .orElseGet(() -> new Behaviour.Answers(Duration.ofSeconds(5), Duration.ofSeconds(60))),
                checks.readIfPresent(
                                "hangsUpAfterSeconds",
                                "out-of-range",
                                script.hangsUpAfterSeconds(),
                                RehearsalController::seconds)
                        .orElse(null),
                checks.readIfPresent(
                                "messageSeconds", "out-of-range", script.messageSeconds(), RehearsalController::seconds)
                        .orElse(Duration.ofSeconds(10)));
    }

    private static RehearsalScript.Key key(PressedKey key) {
        if (key.key().length() != 1 || !"0123456789*#".contains(key.key())) {
            throw new IllegalArgumentException("a key is one of 0-9, * and #");
        }
        var after = key.afterSeconds();
        return new RehearsalScript.Key(key.key().charAt(0), after == null ? null : seconds(after));
    }

    private static Behaviour behaviour(TargetScript script) {
        var after = seconds(Optional.ofNullable(script.afterSeconds()).orElse(5));
        return switch (script.does()) {
            case "answers" ->
                new Behaviour.Answers(
                        after, seconds(Optional.ofNullable(script.talkSeconds()).orElse(60)));
            case "busy" -> new Behaviour.Busy();
            case "never-answers" -> new Behaviour.NeverAnswers();
            case "declines" -> new Behaviour.Declines(after);
            case "unreachable" -> new Behaviour.Unreachable();
            case "failing" -> new Behaviour.Failing();
            default ->
                throw new IllegalArgumentException(
                        "does is one of answers, busy, never-answers, declines, unreachable, failing");
        };
    }

    private static Duration seconds(int seconds) {
        if (seconds < 0 || seconds > 86_400) {
            throw new IllegalArgumentException("is 0 to 86400 seconds");
        }
        return Duration.ofSeconds(seconds);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("is an instant such as 2026-03-03T02:00:00Z", e);
        }
    }
}
