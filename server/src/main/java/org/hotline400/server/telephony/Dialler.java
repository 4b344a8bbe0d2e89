package org.hotline400.server.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hotline400.media.Bridge;
import org.hotline400.media.Tones;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.calls.CallerGoneException;
import org.hotline400.server.calls.DialOrder;
import org.hotline400.server.calls.DialOutcome;
import org.hotline400.server.calls.PhoneFailedException;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.LegEvent;
import org.hotline400.sip.SipResponse;
import org.jspecify.annotations.Nullable;

/// Rings one target, through one route after the other as long as the network is what fails; all contacts of a phone
/// that are of one q at once.
final class Dialler {
    private static final EndReason ELSEWHERE = new EndReason(200, OptionalInt.empty(), "Call completed elsewhere");

    private final SipPhone phone;
    private final PhoneEquipment equipment;
    private final CallSignals signals;
    private final CallFacts facts;
    private @Nullable TargetSide reached;
    private @Nullable Bridge earlyMedia;

    Dialler(SipPhone phone, PhoneEquipment equipment, CallSignals signals, CallFacts facts) {
        this.phone = phone;
        this.equipment = equipment;
        this.signals = signals;
        this.facts = facts;
    }

    /// The side that answered, after [DialOutcome.Reached].
    Optional<TargetSide> reached() {
        return Optional.ofNullable(reached);
    }

    DialOutcome dial(DialOrder order) {
        var rounds = equipment.routes().to(order.tenant(), order.target());
        var outcome = DialAnswers.noRoute(order.target());
        if (!rounds.isEmpty()) {
            comfort();
        }
        var time = new DialTime(order, rounds.size());
        for (var round : rounds) {
            time.begin();
            outcome = ring(order, time, round);
            if (time.isOver() || !anotherRoundMayHelp(order, outcome)) {
                return outcome;
            }
        }
        return outcome;
    }

    /// Of a phone the next contacts are tried whatever kept the first from answering, but a person who declined.
    private static boolean anotherRoundMayHelp(DialOrder order, DialOutcome outcome) {
        return switch (order.target()) {
            case Target.Line _, Target.SipAddress _ -> DialAnswers.anotherRouteMayHelp(outcome);
            case Target.Extension _ ->
                !(outcome instanceof DialOutcome.Reached || outcome instanceof DialOutcome.Declined);
        };
    }

    /// A caller who can hear gets the ringback tone from us; one who cannot yet hears what the 180 makes his own
    /// carrier play.
    private void comfort() {
        if (phone.caller().audible()) {
            phone.port().play(Tones.ringback());
        }
    }

    private DialOutcome ring(DialOrder order, DialTime time, List<Route> round) {
        var fork = new Fork(order, time, round.size() == 1);
        try {
            return fork.run(round);
        } finally {
            if (reached == null) {
                endEarlyMedia();
            }
            fork.close();
        }
    }

    private void endEarlyMedia() {
        if (earlyMedia != null) {
            earlyMedia.close();
            earlyMedia = null;
            comfort();
        }
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

    /// The INVITEs of one round on their way to a final answer: the first to answer is taken, the others are let go.
    private final class Fork implements AutoCloseable {
        private final DialOrder order;
        private final boolean alone;
        private final List<Branch> branches = new ArrayList<>();
        private Optional<DialOutcome> failure = Optional.empty();
        private final DialTime time;

        Fork(DialOrder order, DialTime time, boolean alone) {
            this.order = order;
            this.time = time;
            this.alone = alone;
        }

        DialOutcome run(List<Route> routes) {
            routes.forEach(this::invite);
            try {
                return untilDecided();
            } catch (CallerGoneException gone) {
                throw new CallerGoneException(
                        String.valueOf(gone.getMessage()), teller().signalling("the caller hung up while it rang"));
            }
        }

        private void invite(Route route) {
            try {
                var desk = equipment.desk().beside(phone.port());
                branches.add(new Branch(route, new TargetSide(equipment.stack(), desk, signals, route, facts)));
            } catch (PhoneFailedException e) {
                // No port for this leg: the plan may still have a way, such as its voicemail.
                failed(new DialOutcome.Failed(
                        DialAnswers.silent(Optional.empty(), "", route.trunk(), String.valueOf(e.getMessage()))));
            }
        }

        private void failed(DialOutcome outcome) {
            failure = Optional.of(
                    failure.map(before -> DialAnswers.better(before, outcome)).orElse(outcome));
        }

        /// Whose Call-ID and times the record tells: the one that rang, else the last.
        private Branch teller() {
            return branches.stream()
                    .filter(branch -> branch.ringAt != null)
                    .findFirst()
                    .orElseGet(branches::getLast);
        }

        private DialOutcome untilDecided() {
            while (branches.stream().anyMatch(branch -> !branch.side.isOver())) {
                var signal = phone.await(time.deadline());
                if (signal.isEmpty()) {
                    return givenUp();
                }
                if (signal.get() instanceof Signal.FromTarget(var side, var event)) {
                    var outcome = branch(side).flatMap(branch -> outcome(branch, event));
                    if (outcome.isPresent() && outcome.get() instanceof DialOutcome.Reached) {
                        return outcome.get();
                    }
                    outcome.ifPresent(this::failed);
                }
            }
            return failure.orElseGet(() -> DialAnswers.noRoute(order.target()));
        }

        private Optional<Branch> branch(TargetSide side) {
            return branches.stream().filter(branch -> branch.side == side).findFirst();
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
                branch.ringAt = phone.now();
            }
            time.ring();
            if (alone
                    && order.letEarlyMediaThrough()
                    && !phone.caller().answered()
                    && response.sdp().isPresent()) {
                letThrough(branch.side, response);
            } else if (!phone.caller().audible()) {
                phone.ring();
            }
        }

        private void letThrough(TargetSide target, SipResponse response) {
            if (earlyMedia == null && target.connect(response.sdp())) {
                phone.caller().openEarlyMedia();
                earlyMedia = phone.port().bridge(target.port());
            }
        }

        private DialOutcome answered(Branch branch, SipResponse response, Optional<String> sdp) {
            if (!branch.side.connect(sdp)) {
                branch.side.end(EndReason.of(488, 88, "No codec in common"));
                return new DialOutcome.NoCommonCodec(
                        branch.signalling("the called side answered without a codec we speak (PCMA, PCMU)"));
            }
            reached = branch.side;
            return new DialOutcome.Reached(branch.signalling(response), phone.now());
        }

        private DialOutcome givenUp() {
            var teller = teller();
            var waited = seconds(time.waited());
            if (teller.ringAt != null) {
                end(EndReason.of(487, 19, "No answer"));
                return new DialOutcome.NoAnswer(teller.signalling("it rang for " + waited + " s and nobody answered"));
            }
            end(EndReason.of(487, 18, "No sign of progress"));
            return new DialOutcome.Unreachable(teller.signalling("no sign of ringing within " + waited + " s"));
        }

        private static long seconds(Duration time) {
            return Math.round(time.toMillis() / 1000.0);
        }

        private void end(EndReason reason) {
            branches.forEach(branch -> branch.side.end(reason));
        }

        /// Lets go of all that were not reached. Where another answered, a phone is told so and shows no missed call
        /// (RFC 3326 §2).
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
}
