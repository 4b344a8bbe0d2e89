package org.hotline400.server.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline400.server.callplans.Forward;
import org.hotline400.server.prompts.PromptName;

/// Rings the targets of a call one after the other, and connects the one that answers.
final class Forwarding {
    private final Leading leading;
    private final Phone phone;
    private final CallNotes notes;
    private final Narrator narrator;
    private final CallRules rules;
    private int attemptsLeft;
    private boolean recordingAnnounced;

    Forwarding(Leading leading, Phone phone, CallNotes notes, Narrator narrator, CallRules rules) {
        this.leading = leading;
        this.phone = phone;
        this.notes = notes;
        this.narrator = narrator;
        this.rules = rules;
        this.attemptsLeft = leading.plan().settings().limits().attempts();
    }

    /// What ringing them came to.
    sealed interface Result {
        record Reached(String target, Instant answeredAt) implements Result {}

        /// @param ending the reason that tells most, for a call that ends here
        /// @param announcement what fits it
        record NobodyReached(Ending ending, PromptName announcement) implements Result {}
    }

    Result reach(Forward step) {
        announceRecording();
        say(step.before());
        var closest = Optional.<Failure>empty();
        for (var rung : step.targets()) {
            if (attemptsLeft == 0) {
                notes.because(
                        Why.ATTEMPTS_SPENT,
                        Map.of(
                                "attempts",
                                String.valueOf(
                                        leading.plan().settings().limits().attempts())));
                break;
            }
            attemptsLeft--;
            var outcome = dial(rung, step.targets().size() == 1);
            if (outcome instanceof DialOutcome.Reached reached) {
                notes.because(Why.TARGET_REACHED, Map.of("target", rung.target().text()));
                return new Result.Reached(rung.target().text(), reached.answeredAt());
            }
            var failure = Failure.of(outcome);
            closest = Optional.of(closest.map(failure::or).orElse(failure));
        }
        // With no attempt left nobody is rung here any more; those before did not answer.
        var told = closest.orElse(Failure.NO_ANSWER);
        return new Result.NobodyReached(told.ending(), told.announcement());
    }

    private DialOutcome dial(Forward.RungTarget rung, boolean single) {
        var target = rung.target().text();
        var ringTime = rung.ringTime(leading.plan().settings().limits().ringTime());
        notes.because(Why.DIALLED, Map.of("target", target, "ringSeconds", String.valueOf(ringTime.toSeconds())));
        notes.dialling(target);
        var dialledAt = notes.now();
        try {
            var outcome = phone.dial(new DialOrder(
                    leading.tenant(),
                    rung.target(),
                    Optional.of(leading.number()),
                    ringTime,
                    rules.setUpTime(),
                    single));
            var attempt = Attempt.of(target, dialledAt, notes.now(), outcome);
            notes.attempt(attempt);
            noteFailure(attempt);
            return outcome;
        } catch (CallerGoneException gone) {
            notes.attempt(Attempt.callerGone(target, dialledAt, notes.now(), gone.signalling()));
            notes.stage(CallNotes.Stage.RINGING);
            throw gone;
        }
    }

    private void noteFailure(Attempt attempt) {
        if (attempt.result() != Attempt.Result.REACHED) {
            notes.because(
                    Why.TARGET_FAILED,
                    Map.of(
                            "target", attempt.target(),
                            "result", attempt.result().code(),
                            "text", attempt.signalling().text()));
        }
    }

    Ending talk(Result.Reached reached, Duration atMost) {
        notes.stage(CallNotes.Stage.RINGING);
        phone.answer();
        notes.answered();
        if (leading.plan().settings().recording().on()) {
            phone.record(recordingOrder());
        }
        notes.talking(reached.target(), reached.answeredAt());
        return switch (phone.talk(new TalkTerms(atMost, rules.silence(), holdMusic()))) {
            case CALLER_HUNG_UP -> Ending.byCaller(EndReason.COMPLETED, "");
            case TARGET_HUNG_UP -> new Ending(EndReason.COMPLETED, HangupSide.TARGET, HangUp.NORMAL, "");
            case MAX_LENGTH -> Ending.byPlatform(EndReason.MAX_LENGTH, HangUp.NORMAL);
            case CALLER_SILENT -> silent(Why.CALLER_SILENT, reached.target());
            case TARGET_SILENT -> silent(Why.TARGET_SILENT, reached.target());
            case NETWORK -> new Ending(EndReason.CARRIER_FAILURE, HangupSide.NETWORK, HangUp.CARRIER_FAILURE, "");
        };
    }

    private Ending silent(Why which, String target) {
        var seconds = String.valueOf(rules.silence().toSeconds());
        notes.because(which, Map.of("seconds", seconds, "target", target));
        return Ending.byPlatform(EndReason.SILENCE, HangUp.NORMAL);
    }

    private Announcement holdMusic() {
        return Announcement.holdMusic(
                leading.tenant(), leading.plan().settings().language());
    }

    /// The law wants it said before; so it is said before anybody rings.
    private void announceRecording() {
        var recording = leading.plan().settings().recording();
        if (recording.on() && !recordingAnnounced) {
            recordingAnnounced = true;
            say(recording.notice());
            notes.because(Why.RECORDING_ANNOUNCED, Map.of());
        }
    }

    RecordingOrder recordingOrder() {
        return new RecordingOrder(
                leading.tenant(),
                leading.number(),
                leading.plan().settings().recording().retention());
    }

    private void say(List<PromptName> prompts) {
        narrator.say(leading.tenant(), leading.plan().settings().language(), prompts);
    }

    /// Why nobody was reached, the most telling first: one that rang says more than one that is off.
    private enum Failure {
        NO_ANSWER(EndReason.NO_ANSWER, HangUp.NO_ANSWER, "system-no-answer"),
        BUSY(EndReason.BUSY, HangUp.BUSY, "system-busy"),
        NO_COMMON_CODEC(EndReason.NO_COMMON_CODEC, HangUp.NO_COMMON_CODEC, "system-failure"),
        UNREACHABLE(EndReason.UNREACHABLE, HangUp.UNREACHABLE, "system-unreachable"),
        CARRIER_FAILURE(EndReason.CARRIER_FAILURE, HangUp.CARRIER_FAILURE, "system-unreachable");

        private final EndReason reason;
        private final HangUp cause;
        private final String announcement;

        Failure(EndReason reason, HangUp cause, String announcement) {
            this.reason = reason;
            this.cause = cause;
            this.announcement = announcement;
        }

        static Failure of(DialOutcome outcome) {
            return switch (outcome) {
                case DialOutcome.Reached _ -> throw new IllegalArgumentException("reached is no failure");
                case DialOutcome.NoAnswer _, DialOutcome.NotAccepted _, DialOutcome.LetGo _ -> NO_ANSWER;
                case DialOutcome.Busy _, DialOutcome.Declined _ -> BUSY;
                case DialOutcome.NoCommonCodec _ -> NO_COMMON_CODEC;
                case DialOutcome.Unreachable _ -> UNREACHABLE;
                case DialOutcome.Failed _ -> CARRIER_FAILURE;
            };
        }

        Failure or(Failure other) {
            return compareTo(other) <= 0 ? this : other;
        }

        Ending ending() {
            return Ending.byPlatform(reason, cause);
        }

        PromptName announcement() {
            return new PromptName(announcement);
        }
    }
}
