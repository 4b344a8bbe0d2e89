package org.hotline400.server.notifications.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.calls.StepTaken;
import org.hotline400.server.calls.Why;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.notifications.EventKind;
import org.jspecify.annotations.Nullable;

/// What a call's record leads to. `docs/webhooks.md` has the table.
final class CallEvents {
    /// The facts of a step that leads to [EventKind#CALL_SURVEY]: `score`, `comment`.
    private static final String SURVEY_ANSWERED = "survey-answered";

    private CallEvents() {}

    static List<Event> of(CallRecord call) {
        var events = new ArrayList<Event>();
        var message = step(call, Why.MESSAGE_TAKEN.code());
        message.ifPresent(step -> events.add(event(call, EventKind.CALL_VOICEMAIL, "voicemail", voicemail(step))));
        step(call, SURVEY_ANSWERED)
                .ifPresent(step -> events.add(event(call, EventKind.CALL_SURVEY, "survey", survey(step))));
        if (isMissed(call, message.isPresent())) {
            events.add(event(call, EventKind.CALL_MISSED, "missed", reason(call)));
        }
        if (isLimit(call.end().reason())) {
            events.add(event(call, EventKind.LIMIT_REACHED, "limit", reason(call)));
        }
        events.add(event(call, EventKind.CALL_ENDED, "", Map.of()));
        return events;
    }

    private static boolean isMissed(CallRecord call, boolean leftMessage) {
        return !leftMessage
                && call.times().targetAnsweredAt() == null
                && isMissed(call.end().reason());
    }

    /// Whether a caller to whom nobody talked was lost for this reason: he wanted somebody, and was not there,
    /// was busy, or the platform failed. Not: what was meant to end so (an announcement), whom the enterprise
    /// keeps out, and what [EventKind#LIMIT_REACHED] tells.
    private static boolean isMissed(EndReason reason) {
        return switch (reason) {
            case ABANDONED_IN_IVR,
                    ABANDONED_IN_QUEUE,
                    ABANDONED_IN_RING,
                    NO_ANSWER,
                    UNREACHABLE,
                    BUSY,
                    QUEUE_TIMEOUT,
                    QUEUE_FULL,
                    OFF_HOURS,
                    NO_COMMON_CODEC,
                    SILENCE,
                    PLAN_FAILURE,
                    MISCONFIGURED,
                    CARRIER_FAILURE,
                    PLATFORM_FAILURE -> true;
            case COMPLETED,
                    VOICEMAIL,
                    REJECTED_BLACKLIST,
                    REJECTED_REGION,
                    REJECTED_RATE,
                    REJECTED_CONCURRENCY,
                    REJECTED_ARREARS,
                    UNKNOWN_NUMBER,
                    NOT_IN_SERVICE,
                    SUSPENDED,
                    CAPPED,
                    UNTRUSTED_SOURCE,
                    MALFORMED,
                    MAX_LENGTH,
                    FUNDS_EXHAUSTED -> false;
        };
    }

    private static boolean isLimit(EndReason reason) {
        return reason == EndReason.REJECTED_CONCURRENCY
                || reason == EndReason.REJECTED_RATE
                || reason == EndReason.CAPPED;
    }

    private static Optional<StepTaken> step(CallRecord call, String why) {
        return call.steps().stream()
                .filter(step -> step.why().code().equals(why))
                .reduce((_, later) -> later);
    }

    private static Event event(CallRecord call, EventKind kind, String name, Map<String, Object> special) {
        var data = new LinkedHashMap<String, Object>();
        data.put("call", facts(call));
        if (!name.isEmpty()) {
            data.put(name, special);
        }
        return Event.ofCall(
                call.tenant(), kind, call.number(), call.id(), call.times().endedAt(), data);
    }

    private static Map<String, Object> reason(CallRecord call) {
        return Map.of("reason", call.end().reason().code());
    }

    private static Map<String, Object> voicemail(StepTaken step) {
        return Map.of("seconds", number(step.facts().get("seconds")));
    }

    private static Map<String, Object> survey(StepTaken step) {
        return Map.of(
                "score", number(step.facts().get("score")),
                "comment", step.facts().getOrDefault("comment", ""));
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static Map<String, Object> facts(CallRecord call) {
        var facts = new LinkedHashMap<String, Object>();
        var times = call.times();
        facts.put("id", call.id().toString());
        facts.put("caller", caller(call.caller()));
        facts.put("startedAt", times.startedAt().toString());
        if (times.targetAnsweredAt() != null) {
            facts.put("answeredAt", times.targetAnsweredAt().toString());
        }
        facts.put("endedAt", times.endedAt().toString());
        facts.put("ringMs", call.ringing().toMillis());
        facts.put("talkMs", call.talking().toMillis());
        facts.put("endReason", call.end().reason().code());
        facts.put("hangupSide", call.end().side().code());
        facts.put(
                "attempts",
                call.attempts().stream()
                        .map(attempt -> Map.of(
                                "target",
                                attempt.target(),
                                "result",
                                attempt.result().code()))
                        .toList());
        return facts;
    }

    /// A caller who withheld his number stays unknown, whatever the network told us.
    private static Map<String, Object> caller(CallerNumber caller) {
        return Map.of("number", caller.normalised(), "kind", caller.kind().code());
    }
}
