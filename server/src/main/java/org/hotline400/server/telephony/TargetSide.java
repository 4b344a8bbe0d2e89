package org.hotline400.server.telephony;

import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.hotline400.media.MediaPort;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.LegEvent;
import org.hotline400.sip.OutgoingCall;
import org.hotline400.sip.OutgoingLeg;
import org.hotline400.sip.SipStack;
import org.hotline400.sip.sdp.Answer;
import org.hotline400.sip.sdp.AudioSession;
import org.hotline400.sip.sdp.Negotiation;
import org.hotline400.sip.sdp.SdpException;

/// A leg to one target through one route, and its audio. Used by the call's own thread.
final class TargetSide implements AutoCloseable {
    private final AudioDesk desk;
    private final MediaPort port;
    private final long sessionId = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    private final AudioSession offer;
    private long version = 1;
    private AudioSession current;
    private final OutgoingLeg leg;
    private boolean over;
    /// Whether the answer to an offer of ours is still to come, in an ACK.
    private boolean awaitsAnswer;

    /// Places the call; what becomes of it arrives in `signals`.
    TargetSide(SipStack stack, AudioDesk desk, CallSignals signals, Route route, CallFacts facts) {
        this.desk = desk;
        this.port = desk.open(event -> signals.tell(new Signal.TargetAudio(this, event)));
        this.offer = Negotiation.offer(desk.address(port), AudioDesk.FORMATS);
        this.current = offer;
        try {
            this.leg =
                    stack.invite(invitation(route, facts), event -> signals.tell(new Signal.FromTarget(this, event)));
        } catch (RuntimeException e) {
            port.close();
            throw e;
        }
    }

    private OutgoingCall invitation(Route route, CallFacts facts) {
        var headers = new ArrayList<>(route.routes());
        headers.addAll(facts.headers(route.target(), route.showing()));
        return new OutgoingCall(
                route.target(),
                route.hop(),
                facts.from(route.showing()),
                "<" + route.target() + ">",
                headers,
                offer.toSdp(sessionId, version),
                route.account(),
                facts.maxForwards());
    }

    MediaPort port() {
        return port;
    }

    String callId() {
        return leg.callId();
    }

    /// Connects the audio as the target describes it.
    ///
    /// @return false when it describes nothing we can speak
    boolean connect(Optional<String> sdp) {
        if (sdp.isEmpty()) {
            return false;
        }
        try {
            var terms = Negotiation.terms(offer, AudioSession.parse(sdp.get()));
            terms.ifPresent(agreed -> port.connect(AudioDesk.stream(agreed)));
            return terms.isPresent();
        } catch (SdpException _) {
            return false;
        }
    }

    /// Takes the answer that came with the ACK.
    void confirmed(Optional<String> answer) {
        if (!awaitsAnswer || answer.isEmpty()) {
            return;
        }
        awaitsAnswer = false;
        try {
            Negotiation.terms(current, AudioSession.parse(answer.get()))
                    .ifPresent(terms -> port.connect(AudioDesk.stream(terms)));
        } catch (SdpException e) {
            end(EndReason.of(488, 88, "The answer in the ACK cannot be read: " + e.getMessage()));
        }
    }

    /// The target wants the session changed: a new address, hold, resume.
    void reoffered(LegEvent.Offered offered) {
        version++;
        if (offered.sdp().isEmpty()) {
            // RFC 3261 §14.2: now the offer is ours. A whole one, so that a hold can end.
            current = Negotiation.offer(desk.address(port), AudioDesk.FORMATS);
            awaitsAnswer = true;
            leg.answerOffer(current.toSdp(sessionId, version));
            return;
        }
        try {
            switch (Negotiation.answer(
                    AudioSession.parse(offered.sdp().get()), desk.address(port), AudioDesk.FORMATS)) {
                case Answer.Agreed agreed -> {
                    current = agreed.answer();
                    port.connect(AudioDesk.stream(agreed.terms()));
                    leg.answerOffer(current.toSdp(sessionId, version));
                }
                case Answer.NoCommonCodec _ -> leg.refuseOffer(488, "Not Acceptable Here");
            }
        } catch (SdpException _) {
            leg.refuseOffer(488, "Not Acceptable Here");
        }
    }

    /// Whether it hung up, or never answered.
    boolean isOver() {
        return over;
    }

    /// BYE when it had answered, CANCEL when it was still ringing.
    void end(EndReason reason) {
        if (!over) {
            over = true;
            leg.end(reason);
        }
    }

    /// The peer ended it: nothing more to send.
    void ended() {
        over = true;
    }

    @Override
    public void close() {
        try {
            end(EndReason.normal());
        } finally {
            port.close();
        }
    }
}
