package org.hotline400.server.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hotline400.server.calls.DialOrder;
import org.hotline400.server.calls.DialOutcome;
import org.hotline400.server.calls.PhoneFailedException;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.LegEvent;
import org.hotline400.sip.SipResponse;
import org.jspecify.annotations.Nullable;

/// The INVITEs of one round to one target, on their way to a final answer: the first to answer is taken, the
/// others are let go. Used by the call's own thread.
final class Fork implements AutoCloseable {
    /// A phone that is told so shows no missed call (RFC 3326 §2).
    static final EndReason ELSEWHERE = new EndReason(200, OptionalInt.empty(), "Call completed elsewhere");

    private final DialTools tools;
    private final DialOrder order;
    private final DialTime time;
    private final RingingSound sound;
    private final List<Branch> branches = new ArrayList<>();
    private boolean letEarlyMediaThrough;
    private Optional<DialOutcome> failure = Optional.empty();
    private @Nullable TargetSide reached;

    Fork(DialTools tools, DialOrder order, DialTime time, RingingSound sound) {
        this.tools = tools;
        this.order = order;
        this.time = time;
        this.sound = sound;
    }

    /// An INVITE under way.
    private static final class Branch {
        private final Route route;
        private final TargetSide side;
        private @Nullable Instant ringAt;

        Branch(Route route, TargetSide side) {
            this.route = route;
            this.side = side;
        }

        DialOutcome.Signalling signalling(SipResponse response) {
            return DialAnswers.signalling(response, Optional.ofNullable(ringAt), side.callId(), route.trunk());
        }

        DialOutcome.Signalling signalling(String text) {
            return DialAnswers.silent(Optional.ofNullable(ringAt), side.callId(), route.trunk(), text);
        }
    }

    /// Sends the INVITEs.
    ///
    /// @return how the round ended, when it ended at once
    Optional<DialOutcome> invite(List<Route> routes) {
        letEarlyMediaThrough = order.letEarlyMediaThrough() && routes.size() == 1;
        routes.forEach(this::invite);
        return failedWhenOver();
    }

    private void invite(Route route) {
        try {
            branches.add(new Branch(route, tools.invite(route)));
        } catch (PhoneFailedException e) {
            // No port for this leg: the plan may still have a way, such as its voicemail.
            failed(new DialOutcome.Failed(
                    DialAnswers.silent(Optional.empty(), "", route.trunk(), String.valueOf(e.getMessage()))));
        }
    }

    /// The side that answered, after [DialOutcome.Reached].
    Optional<TargetSide> reached() {
        return Optional.ofNullable(reached);
    }

    /// Takes what happened to one of its legs; of others it does not hear.
    ///
    /// @return how the round ended, when it did by this
    Optional<DialOutcome> hear(TargetSide side, LegEvent event) {
        var branch = branches.stream().filter(one -> one.side == side).findFirst();
        if (branch.isEmpty()) {
            return Optional.empty();
        }
        var outcome = outcome(branch.get(), event);
        if (outcome.isPresent() && outcome.get() instanceof DialOutcome.Reached) {
            return outcome;
        }
        outcome.ifPresent(this::failed);
        return failedWhenOver();
    }

    private void failed(DialOutcome outcome) {
        failure = Optional.of(
                failure.map(before -> DialAnswers.better(before, outcome)).orElse(outcome));
    }

    private Optional<DialOutcome> failedWhenOver() {
        var open = branches.stream().anyMatch(branch -> !branch.side.isOver());
        return open ? Optional.empty() : Optional.of(failure.orElseGet(() -> DialAnswers.noRoute(order.target())));
    }

    private Optional<DialOutcome> outcome(Branch branch, LegEvent event) {
        return switch (event) {
            case LegEvent.Progress(var response) -> {
                progress(branch, response);
                yield Optional.empty();
            }
            case LegEvent.Answered(var response, var sdp) -> Optional.of(answered(branch, response, sdp));
            case LegEvent.Rejected(var response) ->
                Optional.of(DialAnswers.read(response, branch.signalling(response)));
            case LegEvent.Ended ended ->
                Optional.of(new DialOutcome.Failed(
                        branch.signalling("the leg ended: " + ended.reason().text())));
            case LegEvent.Confirmed _,
                    LegEvent.Offered _,
                    LegEvent.OfferAnswered _,
                    LegEvent.OfferRefused _,
                    LegEvent.Informed _ -> Optional.empty();
        };
    }

    private void progress(Branch branch, SipResponse response) {
        if (branch.ringAt == null) {
            branch.ringAt = tools.phone().now();
        }
        time.ring();
        if (letEarlyMediaThrough && response.sdp().isPresent() && sound.takesEarlyMedia()) {
            sound.letThrough(branch.side, response.sdp());
        } else {
            sound.ringing();
        }
    }

    private DialOutcome answered(Branch branch, SipResponse response, Optional<String> sdp) {
        if (!branch.side.connect(sdp)) {
            branch.side.end(EndReason.of(488, 88, "No codec in common"));
            return new DialOutcome.NoCommonCodec(
                    branch.signalling("the called side answered without a codec we speak (PCMA, PCMU)"));
        }
        reached = branch.side;
        return new DialOutcome.Reached(
                branch.signalling(response), tools.phone().now());
    }

    /// Its time is up.
    DialOutcome giveUp() {
        var waited = seconds(time.waited());
        if (teller().flatMap(branch -> Optional.ofNullable(branch.ringAt)).isPresent()) {
            end(EndReason.of(487, 19, "No answer"));
            return new DialOutcome.NoAnswer(said("it rang for " + waited + " s and nobody answered"));
        }
        end(EndReason.of(487, 18, "No sign of progress"));
        return new DialOutcome.Unreachable(said("no sign of ringing within " + waited + " s"));
    }

    private static long seconds(Duration time) {
        return Math.round(time.toMillis() / 1000.0);
    }

    /// The facts as they stand, in our words.
    DialOutcome.Signalling said(String text) {
        return teller().map(branch -> branch.signalling(text))
                .orElseGet(() -> DialAnswers.silent(Optional.empty(), "", "", text));
    }

    /// Whose Call-ID and times the record tells: the one that rang, else the last.
    private Optional<Branch> teller() {
        var rang = branches.stream().filter(branch -> branch.ringAt != null).findFirst();
        return rang.isPresent() || branches.isEmpty() ? rang : Optional.of(branches.getLast());
    }

    private void end(EndReason reason) {
        branches.forEach(branch -> branch.side.end(reason));
    }

    /// Ends all, also one that has answered: another target was reached.
    void endElsewhere() {
        end(ELSEWHERE);
    }

    /// Lets go of all but the one that was reached.
    @Override
    public void close() {
        for (var branch : branches) {
            if (branch.side != reached) {
                if (reached != null) {
                    branch.side.end(ELSEWHERE);
                }
                branch.side.close();
            }
        }
    }
}
