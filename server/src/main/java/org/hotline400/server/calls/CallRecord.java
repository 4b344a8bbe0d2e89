package org.hotline400.server.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.regions.Region;
import org.jspecify.annotations.Nullable;

/// The facts of one call, written once and never changed: charges, recordings and surveys live with their
/// owners and are joined when read. All instants have milliseconds.
///
/// @param tenant as of the call; the operator's own for numbers that nobody has
/// @param number the dialled number, normalised where it is a 400 number, else as signalled
/// @param plan null when no plan ran
/// @param route how it came in
/// @param region where the caller's line was at home, as known then
/// @param tags that the plan put on the call, in that order
/// @param quality of the caller's leg, then of each leg to a target that was talked to; empty in records of
///     releases that did not measure it
/// @param talks of the caller with targets, one after the other: what is charged. In records of releases that did
///     not keep them the one that there was, and none when there were several
public record CallRecord(
        CallId id,
        TenantId tenant,
        String number,
        CallerNumber caller,
        @Nullable PlanRef plan,
        Times times,
        List<StepTaken> steps,
        List<Attempt> attempts,
        End end,
        Route route,
        List<LegQuality> quality,
        Region region,
        List<String> tags,
        List<Talk> talks) {

    /// The plan that led the call.
    ///
    /// @param id the number it belongs to
    public record PlanRef(String id, int version) {}

    /// @param platformAnsweredAt when the caller was answered by us; null when never
    /// @param ringAt when the first target began to ring; null when none did
    /// @param targetAnsweredAt of the first that talked with the caller; null when none answered
    /// @param talkEndedAt when the last talk was over; null when it ended with the call, or there was none
    public record Times(
            Instant startedAt,
            @Nullable Instant platformAnsweredAt,
            @Nullable Instant ringAt,
            @Nullable Instant targetAnsweredAt,
            @Nullable Instant talkEndedAt,
            Instant endedAt) {

        /// Of a call that ended with its talk, or had none.
        public Times(
                Instant startedAt,
                @Nullable Instant platformAnsweredAt,
                @Nullable Instant ringAt,
                @Nullable Instant targetAnsweredAt,
                Instant endedAt) {
            this(startedAt, platformAnsweredAt, ringAt, targetAnsweredAt, null, endedAt);
        }
    }

    /// @param detail in plain words, where the reason alone does not tell; may be empty
    public record End(EndReason reason, HangupSide side, String detail) {}

    /// @param node the platform's node that led the call
    /// @param trunk it came through
    /// @param sipCallId of the caller's leg
    public record Route(String node, String trunk, String sipCallId) {}

    public CallRecord {
        steps = List.copyOf(steps);
        attempts = List.copyOf(attempts);
        // Earlier releases did not keep these.
        quality = quality == null ? List.of() : List.copyOf(quality);
        region = region == null ? Region.UNKNOWN : region;
        tags = tags == null ? List.of() : List.copyOf(tags);
        talks = talks == null ? onlyTalk(times, attempts) : List.copyOf(talks);
    }

    /// What times and attempts alone tell of it.
    private static List<Talk> onlyTalk(Times times, List<Attempt> attempts) {
        var reached = attempts.stream()
                .filter(attempt -> attempt.result() == Attempt.Result.REACHED)
                .toList();
        var from = times.targetAnsweredAt();
        if (reached.size() != 1 || from == null) {
            return List.of();
        }
        var until = times.talkEndedAt() == null ? times.endedAt() : times.talkEndedAt();
        return List.of(new Talk(reached.getFirst().target(), from, from, false).endingAt(until));
    }

    /// Of a call whose times and attempts tell of its talk.
    public CallRecord(
            CallId id,
            TenantId tenant,
            String number,
            CallerNumber caller,
            @Nullable PlanRef plan,
            Times times,
            List<StepTaken> steps,
            List<Attempt> attempts,
            End end,
            Route route,
            List<LegQuality> quality,
            Region region,
            List<String> tags) {
        this(
                id,
                tenant,
                number,
                caller,
                plan,
                times,
                steps,
                attempts,
                end,
                route,
                quality,
                region,
                tags,
                onlyTalk(times, attempts));
    }

    /// Of a caller whose region is not known, and a plan that put on no tags.
    public CallRecord(
            CallId id,
            TenantId tenant,
            String number,
            CallerNumber caller,
            @Nullable PlanRef plan,
            Times times,
            List<StepTaken> steps,
            List<Attempt> attempts,
            End end,
            Route route,
            List<LegQuality> quality) {
        this(id, tenant, number, caller, plan, times, steps, attempts, end, route, quality, Region.UNKNOWN, List.of());
    }

    /// The same call, cut off at another moment: for records that are closed on behalf of a process that died.
    public CallRecord endingAt(Instant endedAt) {
        var cut = new Times(
                times.startedAt(),
                times.platformAnsweredAt(),
                times.ringAt(),
                times.targetAnsweredAt(),
                times.talkEndedAt(),
                endedAt);
        return new CallRecord(
                id,
                tenant,
                number,
                caller,
                plan,
                cut,
                steps,
                attempts,
                end,
                route,
                quality,
                region,
                tags,
                talksUntil(endedAt));
    }

    /// One that was under way ends with the call.
    private List<Talk> talksUntil(Instant end) {
        if (talks.isEmpty() || times.talkEndedAt() != null) {
            return talks;
        }
        var all = new ArrayList<>(talks);
        all.set(all.size() - 1, all.getLast().endingAt(end));
        return all;
    }

    /// How long targets rang, all attempts together.
    public Duration ringing() {
        var all = Duration.ZERO;
        for (var attempt : attempts) {
            all = all.plus(attempt.ringing());
        }
        return all;
    }

    /// From the first target's answer to the end of the last talk; zero when nobody answered.
    public Duration talking() {
        var from = times.targetAnsweredAt();
        var until = times.talkEndedAt() == null ? times.endedAt() : times.talkEndedAt();
        return from == null || from.isAfter(until) ? Duration.ZERO : Duration.between(from, until);
    }

    public Optional<PlanRef> planRef() {
        return Optional.ofNullable(plan);
    }
}
