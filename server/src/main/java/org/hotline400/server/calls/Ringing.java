package org.hotline400.server.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.hotline400.server.callplans.RungTarget;
import org.hotline400.server.callplans.Target;
import org.jspecify.annotations.Nullable;

/// Rings targets for one call, in turn or together, and notes what became of each.
final class Ringing {
    private final Forwarding.Tools tools;
    private final Distributions distributions;
    private final Distributions.Whose whose;
    private int attemptsLeft;

    Ringing(Forwarding.Tools tools, Distributions distributions, Distributions.Whose whose) {
        this.tools = tools;
        this.distributions = distributions;
        this.whose = whose;
        this.attemptsLeft = tools.leading().plan().settings().limits().attempts();
    }

    /// A target that can be rung now.
    private record Candidate(Target target, RungTarget how, TargetLimits.@Nullable Taken place) {
        void giveBack() {
            if (place != null) {
                place.release();
            }
        }
    }

    /// What ringing came to.
    sealed interface Rung {
        record Answered(Forwarding.Result.Reached reached) implements Rung {}

        record Failed(RingFailure failure) implements Rung {}
    }

    /// One after the other.
    ///
    /// @param hops at most so many
    /// @param single whether there is no other: then the caller may hear what its carrier says
    /// @param rung hears of each target that is rung
    Rung inTurn(List<RungTarget> order, int hops, boolean single, Consumer<RungTarget> rung) {
        var closest = Optional.<RingFailure>empty();
        int hop = 0;
        for (var how : order) {
            if (hop == hops) {
                break;
            }
            if (attemptsLeft == 0) {
                noteAttemptsSpent();
                break;
            }
            var candidate = candidate(how);
            if (candidate instanceof Eligible.No no) {
                closest = Optional.of(closest.map(no.failure()::or).orElse(no.failure()));
                continue;
            }
            var ready = ((Eligible.Yes) candidate).candidate();
            attemptsLeft--;
            hop++;
            rung.accept(how);
            var outcome = ring(ready, single);
            if (outcome instanceof DialOutcome.Reached reached) {
                return answered(ready, reached);
            }
            ready.giveBack();
            var failure = RingFailure.of(outcome);
            closest = Optional.of(closest.map(failure::or).orElse(failure));
        }
        // With no attempt left nobody is rung here any more; those before did not answer.
        return new Rung.Failed(closest.orElse(RingFailure.NO_ANSWER));
    }

    private void noteAttemptsSpent() {
        var attempts = tools.leading().plan().settings().limits().attempts();
        tools.notes().because(Why.ATTEMPTS_SPENT, Map.of("attempts", String.valueOf(attempts)));
    }

    private Rung answered(Candidate candidate, DialOutcome.Reached reached) {
        var target = candidate.target();
        tools.notes().because(Why.TARGET_REACHED, Map.of("target", target.text()));
        return new Rung.Answered(new Forwarding.Result.Reached(target, reached, candidate.place()));
    }

    /// All at once; counts as one attempt.
    Rung together(List<RungTarget> order) {
        if (attemptsLeft == 0) {
            noteAttemptsSpent();
            return new Rung.Failed(RingFailure.NO_ANSWER);
        }
        var candidates = new ArrayList<Candidate>();
        var closest = Optional.<RingFailure>empty();
        try {
            for (var how : order) {
                switch (candidate(how)) {
                    case Eligible.Yes yes -> candidates.add(yes.candidate());
                    case Eligible.No no ->
                        closest = Optional.of(closest.map(no.failure()::or).orElse(no.failure()));
                }
            }
        } catch (RuntimeException e) {
            candidates.forEach(Candidate::giveBack);
            throw e;
        }
        if (candidates.isEmpty()) {
            return new Rung.Failed(closest.orElse(RingFailure.NO_ANSWER));
        }
        attemptsLeft--;
        return dialAll(candidates, closest);
    }

    private Rung dialAll(List<Candidate> candidates, Optional<RingFailure> before) {
        var notes = tools.notes();
        var dialledAt = notes.now();
        try {
            candidates.forEach(this::noteDialling);
            var all = tools.phone()
                    .dialAll(candidates.stream()
                            .map(candidate -> order(candidate, candidates.size() == 1))
                            .toList());
            return settled(candidates, all, dialledAt, before);
        } catch (CallerGoneException gone) {
            gone.rung().forEach(rung -> notes.attempt(attempt(rung, dialledAt)));
            notes.stage(CallNotes.Stage.RINGING);
            candidates.forEach(Candidate::giveBack);
            throw gone;
        } catch (FundsExhaustedException over) {
            over.rung().forEach(rung -> notes.attempt(attempt(rung, dialledAt)));
            candidates.forEach(Candidate::giveBack);
            throw over;
        } catch (RuntimeException e) {
            candidates.forEach(Candidate::giveBack);
            throw e;
        }
    }

    private Rung settled(List<Candidate> candidates, DialledAll all, Instant dialledAt, Optional<RingFailure> before) {
        var closest = before;
        Rung answered = null;
        for (int i = 0; i < candidates.size(); i++) {
            var rung = all.rung().get(i);
            var attempt = attempt(rung, dialledAt);
            tools.notes().attempt(attempt);
            if (rung.outcome() instanceof DialOutcome.Reached reached) {
                answered = answered(candidates.get(i), reached);
                continue;
            }
            candidates.get(i).giveBack();
            noteFailure(attempt);
            if (!(rung.outcome() instanceof DialOutcome.LetGo)) {
                var failure = RingFailure.of(rung.outcome());
                closest = Optional.of(closest.map(failure::or).orElse(failure));
            }
        }
        return answered == null ? new Rung.Failed(closest.orElse(RingFailure.NO_ANSWER)) : answered;
    }

    private static Attempt attempt(DialledAll.Rung rung, Instant dialledAt) {
        return Attempt.of(rung.order().target().text(), dialledAt, CallNotes.millis(rung.endedAt()), rung.outcome());
    }

    /// Whether a target can be rung now.
    private sealed interface Eligible {
        record Yes(Candidate candidate) implements Eligible {}

        record No(RingFailure failure) implements Eligible {}
    }

    private Eligible candidate(RungTarget how) {
        var target = target(how);
        if (target.isEmpty()) {
            return new Eligible.No(RingFailure.UNREACHABLE);
        }
        if (!tools.entitled().mayRing(how)) {
            return new Eligible.No(RingFailure.UNREACHABLE);
        }
        var text = target.get().text();
        if (!how.isOpen(tools.course().now())) {
            tools.notes().because(Why.TARGET_CLOSED, Map.of("target", text));
            return new Eligible.No(RingFailure.NO_ANSWER);
        }
        if (how.mostCalls() == 0) {
            return new Eligible.Yes(new Candidate(target.get(), how, null));
        }
        var place = distributions.take(whose, text, how.mostCalls());
        if (place.isEmpty()) {
            tools.notes().because(Why.TARGET_FULL, Map.of("target", text, "most", String.valueOf(how.mostCalls())));
            return new Eligible.No(RingFailure.BUSY);
        }
        place.get().note().ifPresent(why -> tools.notes().because(why, Map.of()));
        return new Eligible.Yes(new Candidate(target.get(), how, place.get()));
    }

    private Optional<Target> target(RungTarget how) {
        return switch (how.to()) {
            case RungTarget.Destination.Fixed fixed -> Optional.of(fixed.target());
            case RungTarget.Destination.TypedExtension typed -> {
                var digits = tools.course().variable(typed.variable());
                try {
                    yield Optional.of(new Target.Extension(digits));
                } catch (IllegalArgumentException e) {
                    tools.notes().because(Why.EXTENSION_UNKNOWN, Map.of("extension", digits));
                    yield Optional.empty();
                }
            }
        };
    }

    private DialOutcome ring(Candidate candidate, boolean single) {
        var notes = tools.notes();
        var text = candidate.target().text();
        var dialledAt = notes.now();
        try {
            noteDialling(candidate);
            var outcome = tools.phone().dial(order(candidate, single));
            var attempt = Attempt.of(text, dialledAt, notes.now(), outcome);
            notes.attempt(attempt);
            noteFailure(attempt);
            return outcome;
        } catch (CallerGoneException gone) {
            notes.attempt(Attempt.callerGone(text, dialledAt, notes.now(), gone.signalling()));
            notes.stage(CallNotes.Stage.RINGING);
            candidate.giveBack();
            throw gone;
        } catch (FundsExhaustedException over) {
            over.rung().forEach(rung -> notes.attempt(attempt(rung, dialledAt)));
            candidate.giveBack();
            throw over;
        } catch (RuntimeException e) {
            candidate.giveBack();
            throw e;
        }
    }

    private void noteDialling(Candidate candidate) {
        var text = candidate.target().text();
        var seconds = String.valueOf(ringTime(candidate.how()).toSeconds());
        tools.notes().because(Why.DIALLED, Map.of("target", text, "ringSeconds", seconds));
        tools.notes().dialling(text);
    }

    private DialOrder order(Candidate candidate, boolean single) {
        var voice = tools.voice();
        var reception = Optional.ofNullable(candidate.how().reception());
        return new DialOrder(
                tools.leading().tenant(),
                candidate.target(),
                Optional.of(tools.leading().number()),
                ringTime(candidate.how()),
                tools.rules().setUpTime(),
                single,
                tools.leading()
                        .plan()
                        .settings()
                        .sounds()
                        .ownRingback()
                        .map(List::of)
                        .map(voice::announcement),
                reception.map(how -> new Acceptance(
                        voice.announcement(how.whisper()), Optional.ofNullable(how.acceptKey()), how.patience())));
    }

    private Duration ringTime(RungTarget how) {
        return how.ringTime(tools.leading().plan().settings().limits().ringTime());
    }

    private void noteFailure(Attempt attempt) {
        if (attempt.result() != Attempt.Result.REACHED) {
            tools.notes()
                    .because(
                            Why.TARGET_FAILED,
                            Map.of(
                                    "target", attempt.target(),
                                    "result", attempt.result().code(),
                                    "text", attempt.signalling().text()));
        }
    }
}
