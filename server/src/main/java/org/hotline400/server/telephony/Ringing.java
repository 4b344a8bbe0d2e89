package org.hotline400.server.telephony;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.calls.DialOrder;
import org.hotline400.server.calls.DialOutcome;
import org.hotline400.server.calls.DialOutcome.LetGo.Because;
import org.hotline400.server.calls.DialledAll;
import org.jspecify.annotations.Nullable;

/// One target being rung: through one route after the other as long as the network is what fails, all contacts
/// of a phone that are of one q at once, until it has answered and accepted or will not. Used by the call's own
/// thread.
final class Ringing implements AutoCloseable {
    private final DialTools tools;
    private final DialOrder order;
    private final RingingSound sound;
    private final Deque<List<Route>> rounds;
    private final DialTime time;
    private @Nullable Fork fork;
    private @Nullable TargetSide answered;
    private @Nullable Accepting accepting;
    private @Nullable DialOutcome outcome;
    private Instant endedAt;

    Ringing(DialTools tools, DialOrder order, RingingSound sound) {
        this.tools = tools;
        this.order = order;
        this.sound = sound;
        this.rounds = new ArrayDeque<>(tools.equipment().routes().to(order.tenant(), order.target()));
        this.time = new DialTime(order, rounds.size());
        this.endedAt = tools.phone().now();
    }

    DialOrder order() {
        return order;
    }

    /// Sends the first INVITE.
    void begin() {
        if (rounds.isEmpty()) {
            decide(DialAnswers.noRoute(order.target()));
        } else {
            sound.begin();
            nextRound();
        }
    }

    private void nextRound() {
        time.begin();
        var round = new Fork(tools, order, time, sound);
        fork = round;
        round.invite(rounds.remove()).ifPresent(this::roundOver);
    }

    boolean decided() {
        return outcome != null;
    }

    boolean reached() {
        return outcome instanceof DialOutcome.Reached;
    }

    /// When [#timeUp] is to be called.
    Deadline deadline() {
        return accepting == null ? time.deadline() : accepting.deadline();
    }

    /// Takes something that happened to the call; what concerns other targets is not heard.
    void hear(Signal signal) {
        if (outcome != null) {
            return;
        }
        if (accepting != null) {
            accepting.hear(signal).ifPresent(this::decide);
        } else {
            heard(signal).ifPresent(this::roundOver);
        }
    }

    private Optional<DialOutcome> heard(Signal signal) {
        return fork != null && signal instanceof Signal.FromTarget(var side, var event)
                ? fork.hear(side, event)
                : Optional.empty();
    }

    /// Another target was reached: takes note of what this one did in the same moment.
    void note(Signal signal) {
        if (outcome == null && accepting == null) {
            heard(signal).ifPresent(this::decide);
        }
    }

    /// Does what is due when the deadline has passed; else nothing.
    void timeUp() {
        if (outcome != null || !deadline().passed()) {
            return;
        }
        if (accepting != null) {
            decide(accepting.timeUp());
        } else if (fork != null) {
            roundOver(fork.giveUp());
        }
    }

    private void roundOver(DialOutcome how) {
        if (how instanceof DialOutcome.Reached reached) {
            answered(reached);
            return;
        }
        closeFork();
        sound.endEarlyMedia();
        if (rounds.isEmpty() || time.isOver() || !anotherRoundMayHelp(how)) {
            decide(how);
        } else {
            nextRound();
        }
    }

    /// Of a phone the next contacts are tried whatever kept the first from answering, but a person who
    /// declined.
    private boolean anotherRoundMayHelp(DialOutcome how) {
        return switch (order.target()) {
            case Target.Line _, Target.SipAddress _ -> DialAnswers.anotherRouteMayHelp(how);
            case Target.Extension _ -> !(how instanceof DialOutcome.Declined);
        };
    }

    private void answered(DialOutcome.Reached reached) {
        var side = fork == null ? null : fork.reached().orElse(null);
        closeFork();
        answered = side;
        if (side == null || order.acceptance().isEmpty()) {
            decide(reached);
        } else {
            sound.endEarlyMedia();
            accepting = new Accepting(
                    tools.phone(), side, reached, order.acceptance().get());
        }
    }

    private void decide(DialOutcome how) {
        outcome = how;
        endedAt = tools.phone().now();
    }

    /// Ends it, unless it ended by itself: nobody else is to be connected.
    void letGo(Because because) {
        if (outcome == null || outcome instanceof DialOutcome.Reached) {
            decide(new DialOutcome.LetGo(signalling(because), because));
        }
        if (because == Because.ANSWERED_ELSEWHERE) {
            endElsewhere();
        }
    }

    private void endElsewhere() {
        if (fork != null) {
            fork.endElsewhere();
        }
        if (answered != null) {
            answered.end(Fork.ELSEWHERE);
        }
    }

    private DialOutcome.Signalling signalling(Because because) {
        var answer = accepting == null ? answerInTheSameMoment() : Optional.of(accepting.signalling());
        return answer.map(said -> DialAnswers.inWords(said, words(because) + " after it had answered"))
                .or(() -> Optional.ofNullable(fork).map(round -> round.said(words(because) + " while it rang")))
                .orElseGet(() -> DialAnswers.silent(Optional.empty(), "", "", words(because)));
    }

    private Optional<DialOutcome.Signalling> answerInTheSameMoment() {
        return outcome instanceof DialOutcome.Reached reached ? Optional.of(reached.signalling()) : Optional.empty();
    }

    private static String words(Because because) {
        return switch (because) {
            case ANSWERED_ELSEWHERE -> "another target was connected";
            case CALLER_GONE -> "the caller hung up";
            case FUNDS_EXHAUSTED -> "nothing was left to pay the call with";
        };
    }

    /// What became of it. Only when decided.
    DialledAll.Rung result() {
        if (outcome == null) {
            throw new IllegalStateException("the target " + order.target().text() + " still rings");
        }
        return new DialledAll.Rung(order, outcome, endedAt);
    }

    /// Hands over the side that was reached: from now on it is the taker's to close.
    Optional<TargetSide> handOver() {
        if (answered == null && fork != null) {
            answered = fork.reached().orElse(null);
            closeFork();
        }
        var side = Optional.ofNullable(answered);
        answered = null;
        return side;
    }

    private void closeFork() {
        if (fork != null) {
            fork.close();
            fork = null;
        }
    }

    /// Lets go of every leg that was not handed over.
    @Override
    public void close() {
        handOver().ifPresent(TargetSide::close);
    }
}
