package org.hotline400.server.calls.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hotline400.server.calls.Attempt;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.StepTaken;
import org.hotline400.server.calls.StoryLine;
import org.hotline400.server.calls.StoryTeller;
import org.hotline400.server.calls.Talk;
import org.hotline400.server.kernel.CallerNumber;
import org.jspecify.annotations.Nullable;

/// A call as clients see it.
///
/// @param ringSeconds how long targets rang, all attempts together, to the millisecond
/// @param talkSeconds from the first target's answer to the end of the last talk
/// @param detail in plain words, where the end reason alone does not tell
/// @param tags that the plan put on the call
/// @param ivr what happened in the plan, with why; only of a single call
/// @param story all of it in plain words; only of a single call
/// @param talks with targets, one after the other: what is charged
/// @param quality of the audio, leg by leg: the caller's first, then those of the targets that were talked to;
///     empty where no audio flowed or an earlier release led the call
/// @param details what others know of it, by name: recordings, charges
record CallBody(
        String id,
        String tenant,
        String number,
        Caller caller,
        String direction,
        @Nullable Plan plan,
        Instant startedAt,
        @Nullable Instant platformAnsweredAt,
        @Nullable Instant ringAt,
        @Nullable Instant targetAnsweredAt,
        @Nullable Instant talkEndedAt,
        Instant endedAt,
        BigDecimal ringSeconds,
        BigDecimal talkSeconds,
        String hangupSide,
        String endReason,
        String detail,
        String node,
        String trunk,
        String sipCallId,
        List<String> tags,
        List<AttemptBody> attempts,
        List<TalkBody> talks,
        List<QualityBody> quality,
        @Nullable List<Step> ivr,
        @Nullable List<StoryLine> story,
        @Schema(hidden = true) @JsonAnyGetter Map<String, Object> details) {

    /// @param region where the line was at home, as known then; null while the call goes on
    record Caller(
            String raw,
            String normalised,
            String kind,
            @Nullable Home region) {
        static Caller of(CallerNumber caller, @Nullable Home region) {
            return new Caller(caller.raw(), caller.normalised(), caller.kind().code(), region);
        }
    }

    record Home(String province, String city) {}

    record Plan(String id, int version) {}

    /// @param why stable code of the reason
    record Step(
            String step,
            String kind,
            Instant at,
            @Nullable String key,
            String why,
            Map<String, String> facts,
            String zh,
            String en) {
        static Step of(StepTaken step) {
            var line = StoryTeller.tell(step);
            return new Step(
                    step.step(),
                    step.kind(),
                    step.at(),
                    step.key(),
                    step.why().code(),
                    step.facts(),
                    line.zh(),
                    line.en());
        }
    }

    record AttemptBody(
            String target,
            Instant dialledAt,
            @Nullable Instant ringAt,
            Instant endedAt,
            String result,
            @Nullable Integer sipStatus,
            @Nullable Integer q850,
            String text,
            String trunk,
            String sipCallId) {
        static AttemptBody of(Attempt attempt) {
            var said = attempt.signalling();
            return new AttemptBody(
                    attempt.target(),
                    attempt.dialledAt(),
                    attempt.ringAt(),
                    attempt.endedAt(),
                    attempt.result().code(),
                    said.sipStatus(),
                    said.q850(),
                    said.text(),
                    said.trunk(),
                    said.sipCallId());
        }
    }

    /// @param from when it began to count: the target's answer, or its acceptance where that was wanted
    /// @param seconds to the millisecond
    /// @param recorded whether a recording was begun
    record TalkBody(String target, Instant from, Instant until, BigDecimal seconds, boolean recorded) {
        static TalkBody of(Talk talk) {
            return new TalkBody(
                    talk.target(), talk.from(), talk.until(), CallBody.seconds(talk.length()), talk.isRecorded());
        }
    }

    /// @param whole with steps and story
    static CallBody of(CallRecord call, boolean whole, Map<String, Object> details) {
        var times = call.times();
        var caller = call.caller();
        return new CallBody(
                call.id().toString(),
                call.tenant().toString(),
                call.number(),
                Caller.of(
                        caller, new Home(call.region().province(), call.region().city())),
                "inbound",
                call.planRef().map(ref -> new Plan(ref.id(), ref.version())).orElse(null),
                times.startedAt(),
                times.platformAnsweredAt(),
                times.ringAt(),
                times.targetAnsweredAt(),
                times.talkEndedAt(),
                times.endedAt(),
                seconds(call.ringing()),
                seconds(call.talking()),
                call.end().side().code(),
                call.end().reason().code(),
                call.end().detail(),
                call.route().node(),
                call.route().trunk(),
                call.route().sipCallId(),
                call.tags(),
                call.attempts().stream().map(AttemptBody::of).toList(),
                call.talks().stream().map(TalkBody::of).toList(),
                call.quality().stream().map(QualityBody::of).toList(),
                whole ? call.steps().stream().map(Step::of).toList() : null,
                whole ? StoryTeller.tell(call) : null,
                details);
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3);
    }
}
