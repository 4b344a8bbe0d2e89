package org.hotline400.server.telephony;

import java.time.Instant;
import java.util.Optional;
import org.hotline400.media.Bridge;
import org.hotline400.media.Tones;
import org.hotline400.server.calls.CallerGoneException;
import org.hotline400.server.calls.DialOrder;
import org.hotline400.server.calls.DialOutcome;
import org.hotline400.server.calls.PhoneFailedException;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.LegEvent;
import org.hotline400.sip.SipResponse;
import org.jspecify.annotations.Nullable;

/// Rings one target, through one route after the other as long as the network is what fails.
final class Dialler {
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
        var routes = equipment.routes().to(order.target());
        DialOutcome outcome = new DialOutcome.Failed(DialAnswers.noRoute(order.target()));
        if (!routes.isEmpty()) {
            comfort();
        }
        for (var route : routes) {
            outcome = attempt(order, route);
            if (!DialAnswers.anotherRouteMayHelp(outcome)) {
                return outcome;
            }
        }
        return outcome;
    }

    /// A caller who can hear gets the ringback tone from us; one who cannot yet hears what the 180 makes his own
    /// carrier play.
    private void comfort() {
        if (phone.caller().audible()) {
            phone.port().play(Tones.ringback());
        }
    }

    private DialOutcome attempt(DialOrder order, Route route) {
        TargetSide target;
        try {
            target = new TargetSide(equipment.stack(), equipment.desk(), signals, route, facts);
        } catch (PhoneFailedException e) {
            // No port for this leg: the plan may still have a way, such as its voicemail.
            return new DialOutcome.Failed(
                    DialAnswers.silent(Optional.empty(), "", route.trunk(), String.valueOf(e.getMessage())));
        }
        try {
            return new Attempt(order, route, target).run();
        } finally {
            if (reached == null) {
                endEarlyMedia();
                target.close();
            }
        }
    }

    private void endEarlyMedia() {
        if (earlyMedia != null) {
            earlyMedia.close();
            earlyMedia = null;
            comfort();
        }
    }

    /// One INVITE and its way to a final answer.
    private final class Attempt {
        private final DialOrder order;
        private final Route route;
        private final TargetSide target;
        private @Nullable Instant ringAt;
        private Deadline deadline;

        Attempt(DialOrder order, Route route, TargetSide target) {
            this.order = order;
            this.route = route;
            this.target = target;
            this.deadline = Deadline.in(order.setUpTime());
        }

        DialOutcome run() {
            try {
                return untilDecided();
            } catch (CallerGoneException gone) {
                throw new CallerGoneException(
                        String.valueOf(gone.getMessage()), signalling("the caller hung up while it rang"));
            }
        }

        private DialOutcome untilDecided() {
            while (true) {
                var signal = phone.await(deadline);
                if (signal.isEmpty()) {
                    return givenUp();
                }
                if (signal.get() instanceof Signal.FromTarget(var side, var event) && side == target) {
                    var outcome = outcome(event);
                    if (outcome.isPresent()) {
                        return outcome.get();
                    }
                }
            }
        }

        private Optional<DialOutcome> outcome(LegEvent event) {
            return switch (event) {
                case LegEvent.Progress(var response) -> {
                    progress(response);
                    yield Optional.empty();
                }
                case LegEvent.Answered(var response, var sdp) -> Optional.of(answered(response, sdp));
                case LegEvent.Rejected(var response) -> Optional.of(DialAnswers.read(response, signalling(response)));
                case LegEvent.Ended ended ->
                    Optional.of(new DialOutcome.Failed(
                            signalling("the leg ended: " + ended.reason().text())));
                case LegEvent.Confirmed _,
                        LegEvent.Offered _,
                        LegEvent.OfferAnswered _,
                        LegEvent.OfferRefused _,
                        LegEvent.Informed _ -> Optional.empty();
            };
        }

        private void progress(SipResponse response) {
            if (ringAt == null) {
                ringAt = phone.now();
                deadline = Deadline.in(order.ringTime());
            }
            if (order.letEarlyMediaThrough()
                    && !phone.caller().answered()
                    && response.sdp().isPresent()) {
                letThrough(response);
            } else if (!phone.caller().audible()) {
                phone.ring();
            }
        }

        private void letThrough(SipResponse response) {
            if (earlyMedia == null && target.connect(response.sdp())) {
                phone.caller().openEarlyMedia();
                earlyMedia = phone.port().bridge(target.port());
            }
        }

        private DialOutcome answered(SipResponse response, Optional<String> sdp) {
            if (!target.connect(sdp)) {
                target.end(EndReason.of(488, 88, "No codec in common"));
                return new DialOutcome.NoCommonCodec(
                        signalling("the called side answered without a codec we speak (PCMA, PCMU)"));
            }
            reached = target;
            return new DialOutcome.Reached(signalling(response), phone.now());
        }

        private DialOutcome givenUp() {
            if (ringAt != null) {
                target.end(EndReason.of(487, 19, "No answer"));
                return new DialOutcome.NoAnswer(
                        signalling("it rang for " + order.ringTime().toSeconds() + " s and nobody answered"));
            }
            target.end(EndReason.of(487, 18, "No sign of progress"));
            return new DialOutcome.Unreachable(
                    signalling("no sign of ringing within " + order.setUpTime().toSeconds() + " s"));
        }

        private DialOutcome.Signalling signalling(SipResponse response) {
            return DialAnswers.signalling(response, Optional.ofNullable(ringAt), target.callId(), route.trunk());
        }

        private DialOutcome.Signalling signalling(String text) {
            return DialAnswers.silent(Optional.ofNullable(ringAt), target.callId(), route.trunk(), text);
        }
    }
}
