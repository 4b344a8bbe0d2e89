package org.hotline400.server.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hotline400.server.callplans.Dial;
import org.hotline400.server.callplans.Distribute;
import org.hotline400.server.callplans.Draw;
import org.hotline400.server.callplans.RungTarget;
import org.hotline400.server.callplans.StepName;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.callplans.TargetOrder;
import org.hotline400.server.prompts.PromptName;
import org.jspecify.annotations.Nullable;

/// Rings the targets of a call, and connects the one that answers.
final class Forwarding {
    private final Tools tools;
    private final Distributions distributions;
    private final Distributions.Whose whose;
    private final Ringing ringing;
    private boolean recordingAnnounced;

    /// What it works with.
    record Tools(
            Leading leading,
            Phone phone,
            CallNotes notes,
            Voice voice,
            Course course,
            CallRules rules,
            Entitled entitled) {}

    Forwarding(Tools tools, Distributions distributions) {
        this.tools = tools;
        this.distributions = distributions;
        this.whose = new Distributions.Whose(
                tools.leading().tenant(), tools.leading().number());
        this.ringing = new Ringing(tools, distributions, whose);
    }

    /// What ringing them came to.
    sealed interface Result {
        /// @param how when it answered, and accepted
        /// @param place of the target, given back when the talk is over; null: it has no bound
        record Reached(Target target, DialOutcome.Reached how, TargetLimits.@Nullable Taken place) implements Result {}

        /// @param ending the reason that tells most, for a call that ends here
        /// @param announcement what fits it
        /// @param next where the call goes instead
        record NobodyReached(Ending ending, PromptName announcement, Optional<StepName> next) implements Result {}
    }

    Result distribute(StepName name, Distribute written) {
        var step = tools.entitled().order(written);
        prepare(step.before());
        var draw = distributions.draw(whose, name, step, tools.course().caller());
        var order = TargetOrder.of(step, draw, tools.course().region());
        noteOrder(step, order, draw);
        int hops = step.hops() == 0 ? order.size() : step.hops();
        var result = step.strategy() == Distribute.Strategy.ALL_AT_ONCE
                ? ringing.together(order)
                : ringing.inTurn(order, hops, step.targets().size() == 1, remembering(step));
        return switch (result) {
            case Ringing.Rung.Answered answered -> answered.reached();
            case Ringing.Rung.Failed failed -> failed.failure().nobody(step.otherwise());
        };
    }

    Result dial(Dial step) {
        prepare(step.before());
        return switch (ringing.inTurn(List.of(step.target()), 1, true, _ -> {})) {
            case Ringing.Rung.Answered answered -> answered.reached();
            case Ringing.Rung.Failed failed -> failed.failure().nobody(way(step.ways(), failed.failure()));
        };
    }

    private Consumer<RungTarget> remembering(Distribute step) {
        return step.strategy() == Distribute.Strategy.LEAST_RECENT
                ? target -> distributions.rung(
                        whose, target.to().text(), tools.notes().now())
                : _ -> {};
    }

    private static Optional<StepName> way(Dial.Ways ways, RingFailure failure) {
        var own = switch (failure) {
            case NO_ANSWER -> ways.noAnswer();
            case BUSY -> ways.busy();
            case UNREACHABLE, NO_COMMON_CODEC, CARRIER_FAILURE -> ways.unreachable();
        };
        return Optional.ofNullable(own == null ? ways.otherwise() : own);
    }

    private void prepare(List<PromptName> before) {
        announceRecording();
        tools.voice().say(before);
    }

    private void noteOrder(Distribute step, List<RungTarget> order, Draw draw) {
        if (step.strategy() != Distribute.Strategy.SEQUENTIAL) {
            tools.notes()
                    .because(
                            Why.DISTRIBUTED,
                            Map.of(
                                    "strategy",
                                    step.strategy().code(),
                                    "order",
                                    order.stream()
                                            .map(target -> target.to().text())
                                            .limit(10)
                                            .collect(Collectors.joining(", ")),
                                    "draw",
                                    drawn(step, draw)));
        }
    }

    private static String drawn(Distribute step, Draw draw) {
        return switch (step.strategy()) {
            case RANDOM, PERCENTAGE -> "seed " + draw.seed();
            case ROUND_ROBIN -> "turn " + draw.turn();
            case LAST_ANSWERED -> draw.lastAnswered().orElse("-");
            case SEQUENTIAL, LEAST_RECENT, ALL_AT_ONCE, NEAREST -> "-";
        };
    }

    Ending talk(Result.Reached reached, Duration atMost) {
        var notes = tools.notes();
        try {
            notes.stage(CallNotes.Stage.RINGING);
            tools.phone().answer();
            notes.answered();
            notes.talking(reached.target(), reached.how(), isRecorded());
            distributions.talked(
                    whose, tools.course().caller(), reached.target().text(), notes.now());
            var end = tools.phone()
                    .talk(new TalkTerms(
                            atMost, tools.rules().silence(), tools.voice().holdMusic()));
            notes.talkOver();
            noteObjection();
            noteShortness(reached.how().answeredAt());
            return ending(end, reached.target().text());
        } finally {
            if (reached.place() != null) {
                reached.place().release();
            }
        }
    }

    /// Begins to record the talk that follows, where the plan wants that.
    private boolean isRecorded() {
        if (!tools.leading().plan().settings().recording().on()) {
            return false;
        }
        tools.phone().record(recordingOrder());
        return tools.phone().recorded() == Recorded.YES;
    }

    private Ending ending(TalkEnd end, String target) {
        return switch (end) {
            case CALLER_HUNG_UP -> Ending.byCaller(EndReason.COMPLETED, "");
            case TARGET_HUNG_UP -> new Ending(EndReason.COMPLETED, HangupSide.TARGET, HangUp.NORMAL, "");
            case MAX_LENGTH -> Ending.byPlatform(EndReason.MAX_LENGTH, HangUp.NORMAL);
            case FUNDS_EXHAUSTED -> {
                tools.notes().because(Why.FUNDS_EXHAUSTED, Map.of());
                yield Ending.byPlatform(EndReason.FUNDS_EXHAUSTED, HangUp.FUNDS_EXHAUSTED);
            }
            case CALLER_SILENT -> silent(Why.CALLER_SILENT, target);
            case TARGET_SILENT -> silent(Why.TARGET_SILENT, target);
            case NETWORK -> new Ending(EndReason.CARRIER_FAILURE, HangupSide.NETWORK, HangUp.CARRIER_FAILURE, "");
        };
    }

    private void noteObjection() {
        if (tools.phone().recorded() == Recorded.OBJECTED) {
            tools.notes().because(Why.RECORDING_OBJECTED, Map.of());
        }
    }

    /// A talk that was too short to count as one, say a wrong number.
    private void noteShortness(Instant answeredAt) {
        var least = tools.leading().plan().settings().limits().validTalk();
        var talked = Duration.between(answeredAt, tools.phone().now());
        if (talked.compareTo(least) < 0) {
            tools.notes()
                    .because(
                            Why.TALK_TOO_SHORT,
                            Map.of(
                                    "seconds", String.valueOf(talked.toSeconds()),
                                    "least", String.valueOf(least.toSeconds())));
        }
    }

    private Ending silent(Why which, String target) {
        var seconds = String.valueOf(tools.rules().silence().toSeconds());
        tools.notes().because(which, Map.of("seconds", seconds, "target", target));
        return Ending.byPlatform(EndReason.SILENCE, HangUp.NORMAL);
    }

    /// The law wants it said before; so it is said before anybody rings.
    private void announceRecording() {
        var recording = tools.leading().plan().settings().recording();
        if (recording.on() && !recordingAnnounced) {
            tools.voice().announceRecording(recording.notice(), recording.optOutKey());
            // Not before: one that could not be played was not heard.
            recordingAnnounced = true;
            tools.notes().because(Why.RECORDING_ANNOUNCED, Map.of());
        }
    }

    RecordingOrder recordingOrder() {
        return new RecordingOrder(
                tools.leading().tenant(),
                tools.leading().number(),
                tools.leading().plan().settings().recording().retention());
    }
}
