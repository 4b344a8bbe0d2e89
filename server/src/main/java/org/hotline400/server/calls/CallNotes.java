package org.hotline400.server.calls;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.regions.Region;
import org.jspecify.annotations.Nullable;

/// What is noted of a call while it lasts; becomes its record. Belongs to the call's thread.
final class CallNotes {
    /// A hard bound on what one call can make us keep.
    private static final int MOST_STEPS = 1000;

    /// Where the caller is, for naming how he was lost.
    enum Stage {
        AT_THE_DOOR,
        IN_PLAN,
        RINGING,
        TALKING,
        /// The target has hung up, the plan goes on.
        AFTER_TALK
    }

    private final Phone phone;
    private final Consumer<CallEvent> story;
    private final @Nullable HotlineNumber number;
    private final CallerNumber caller;
    private final String node;
    private final TenantId tenant;
    private final List<StepTaken> steps = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private CallRecord.@Nullable PlanRef plan;
    private @Nullable Instant platformAnsweredAt;
    private @Nullable Instant targetAnsweredAt;
    private @Nullable Instant talkEndedAt;
    private final List<Talk> talks = new ArrayList<>();
    private @Nullable Talk talk;
    private @Nullable PaidTime paid;
    private Region region = Region.UNKNOWN;
    private List<String> tags = List.of();
    private Stage stage = Stage.AT_THE_DOOR;
    private String stepName = "";
    private String stepKind = "admission";

    /// @param whose who calls whom, as known before anything happens
    CallNotes(Phone phone, Whose whose, String node, Consumer<CallEvent> story) {
        this.phone = phone;
        this.tenant = whose.holder();
        this.caller = whose.caller();
        this.number = whose.number();
        this.node = node;
        this.story = story;
    }

    /// @param number null when no 400 number was dialled
    record Whose(TenantId holder, @Nullable HotlineNumber number, CallerNumber caller) {}

    CallerNumber caller() {
        return caller;
    }

    /// The dialled number; only for calls whose number is known.
    HotlineNumber number() {
        return Objects.requireNonNull(number);
    }

    private String dialled() {
        return number == null ? phone.call().dialledRaw() : number.digits();
    }

    void plan(CallRecord.PlanRef ref) {
        plan = ref;
    }

    void started() {
        var at = phone.call().at();
        story.accept(new CallEvent.Started(phone.call().id(), millis(at), tenant, dialled(), caller));
    }

    void stage(Stage now) {
        stage = now;
    }

    Stage stage() {
        return stage;
    }

    /// What is noted from now on is told to whoever counts what it costs: both go by the same moments.
    void paidBy(PaidTime time) {
        paid = time;
    }

    boolean isPaid() {
        return paid != null;
    }

    void answered() {
        if (platformAnsweredAt == null) {
            var at = now();
            platformAnsweredAt = at;
            tellMeter(time -> time.answered(at));
            story.accept(new CallEvent.Answered(phone.call().id(), now()));
        }
    }

    boolean isAnswered() {
        return platformAnsweredAt != null;
    }

    void enter(String step, String kind) {
        stepName = step;
        stepKind = kind;
    }

    void announcing(Announcement announcement) {
        story.accept(new CallEvent.Announcing(phone.call().id(), now(), announcement));
    }

    void because(Why why, Map<String, String> facts) {
        because(why, null, facts);
    }

    void because(Why why, @Nullable String key, Map<String, String> facts) {
        if (steps.size() < MOST_STEPS) {
            var step = new StepTaken(stepName, stepKind, now(), key, why, facts);
            steps.add(step);
            story.accept(new CallEvent.StepWasTaken(phone.call().id(), step.at(), step));
        }
    }

    void dialling(String target) {
        stage = Stage.RINGING;
        story.accept(new CallEvent.Dialling(phone.call().id(), now(), target));
    }

    void attempt(Attempt attempt) {
        attempts.add(attempt);
        stage = Stage.IN_PLAN;
        story.accept(new CallEvent.AttemptEnded(phone.call().id(), now(), attempt));
    }

    void talking(Target target, DialOutcome.Reached how, boolean isRecorded) {
        stage = Stage.TALKING;
        if (targetAnsweredAt == null) {
            targetAnsweredAt = millis(how.answeredAt());
        }
        talkEndedAt = null;
        var from = millis(how.acceptedAt());
        talk = new Talk(target.text(), from, from, isRecorded);
        tellMeter(time -> time.talking(target, from, isRecorded));
        story.accept(new CallEvent.Talking(phone.call().id(), now(), target.text()));
    }

    /// One side has left the talk, or it was ended.
    void talkOver() {
        var at = paidUntil(now());
        talkEndedAt = at;
        if (talk != null) {
            talks.add(talk.endingAt(at));
        }
        talk = null;
        tellMeter(time -> time.talkOver(at));
    }

    private void tellMeter(Consumer<PaidTime> what) {
        if (paid != null) {
            what.accept(paid);
        }
    }

    private Instant paidUntil(Instant at) {
        return paid == null ? at : paid.within(at);
    }

    void region(Region home) {
        region = home;
    }

    /// All that the call has by now.
    void tags(List<String> all) {
        tags = all;
    }

    void leavingMessage() {
        story.accept(new CallEvent.LeavingMessage(phone.call().id(), now()));
    }

    Instant now() {
        return millis(phone.now());
    }

    CallRecord close(Ending ending, Instant endedAt) {
        var call = phone.call();
        var end = paidUntil(millis(endedAt));
        return new CallRecord(
                call.id(),
                tenant,
                dialled(),
                caller,
                plan,
                new CallRecord.Times(
                        millis(call.at()), platformAnsweredAt, ringAt(), targetAnsweredAt, talkEndedAt, end),
                steps,
                attempts,
                new CallRecord.End(ending.reason(), ending.side(), ending.detail()),
                new CallRecord.Route(node, call.trunk(), call.sipCallId()),
                phone.quality(),
                region,
                tags,
                talksUntil(end));
    }

    /// One that is under way ends then.
    private List<Talk> talksUntil(Instant end) {
        var all = new ArrayList<>(talks);
        if (talk != null) {
            all.add(talk.endingAt(end));
        }
        return all;
    }

    private @Nullable Instant ringAt() {
        for (var attempt : attempts) {
            if (attempt.ringAt() != null) {
                return attempt.ringAt();
            }
        }
        return null;
    }

    /// The record that stands if the process dies now.
    CallRecord ifCutOffNow() {
        var cause = Ending.byPlatform(EndReason.PLATFORM_FAILURE, HangUp.PLATFORM_FAILURE);
        return close(
                new Ending(cause.reason(), cause.side(), cause.cause(), "the platform's process was cut off"),
                phone.now());
    }

    /// Of a call that was over as soon as it came.
    static CallRecord.Times instant(Instant at) {
        return new CallRecord.Times(millis(at), null, null, null, millis(at));
    }

    static Instant millis(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }
}
