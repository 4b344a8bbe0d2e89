package org.hotline400.server.telephony;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import org.hotline400.media.MediaPort;
import org.hotline400.server.calls.HangUp;
import org.hotline400.server.calls.PhoneFailedException;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.IncomingLeg;
import org.hotline400.sip.LegEvent;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.sdp.Answer;
import org.hotline400.sip.sdp.AudioSession;
import org.hotline400.sip.sdp.Negotiation;
import org.hotline400.sip.sdp.SdpException;

/// The caller's leg and its audio: rings, opens early media, answers, ends. Used by the call's own thread.
final class CallerSide implements AutoCloseable {
    private enum State {
        WAITING,
        RINGING,
        EARLY_MEDIA,
        ANSWERED,
        ENDED
    }

    private final IncomingLeg leg;
    private final AudioDesk desk;
    private final MediaPort port;
    private final long sessionId = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    /// Whether the answer to an offer of ours is still to come, in an ACK.
    private boolean awaitsAnswer;
    private long version = 1;
    private AudioSession session;
    private State state = State.WAITING;

    private CallerSide(IncomingLeg leg, AudioDesk desk, MediaPort port, AudioSession session, boolean lateOffer) {
        this.leg = leg;
        this.desk = desk;
        this.port = port;
        this.session = session;
        this.awaitsAnswer = lateOffer;
    }

    /// Reads the caller's offer and opens a port for it. An INVITE without one gets our offer with the answer (RFC
    /// 3261 §13.2.1).
    ///
    /// @throws PhoneFailedException when there is no codec in common, the offer cannot be read, or no port is left
    static CallerSide of(IncomingLeg leg, AudioDesk desk, CallSignals signals) {
        var port = desk.open(event -> signals.tell(new Signal.CallerAudio(event)));
        try {
            var offer = leg.invite().sdp();
            if (offer.isEmpty()) {
                var ours = Negotiation.offer(desk.address(port), AudioDesk.FORMATS);
                return new CallerSide(leg, desk, port, ours, true);
            }
            var agreed = agree(offer.get(), desk, port);
            port.connect(AudioDesk.stream(agreed.terms()));
            return new CallerSide(leg, desk, port, agreed.answer(), false);
        } catch (RuntimeException e) {
            port.close();
            throw e;
        }
    }

    private static Answer.Agreed agree(String offer, AudioDesk desk, MediaPort port) {
        try {
            return switch (Negotiation.answer(AudioSession.parse(offer), desk.address(port), AudioDesk.FORMATS)) {
                case Answer.Agreed agreed -> agreed;
                case Answer.NoCommonCodec _ ->
                    throw new PhoneFailedException(
                            HangUp.NO_COMMON_CODEC, "the caller offers no codec we speak (PCMA, PCMU)");
            };
        } catch (SdpException e) {
            throw new PhoneFailedException(
                    HangUp.MALFORMED, "the caller's session description cannot be read: " + e.getMessage(), e);
        }
    }

    MediaPort port() {
        return port;
    }

    boolean answered() {
        return state == State.ANSWERED;
    }

    /// Whether the caller hears what is played now.
    boolean audible() {
        return state == State.ANSWERED || state == State.EARLY_MEDIA;
    }

    void ring() {
        if (state == State.WAITING) {
            leg.progress(SipReply.of(180, "Ringing"));
            state = State.RINGING;
        }
    }

    /// Opens the way to the caller's ear without answering (183). A caller who made no offer cannot hear yet: it
    /// just rings.
    void openEarlyMedia() {
        if (awaitsAnswer) {
            ring();
        } else if (state == State.WAITING || state == State.RINGING) {
            leg.progress(SipReply.of(183, "Session Progress").withSdp(description()));
            state = State.EARLY_MEDIA;
        }
    }

    void answer() {
        if (state != State.ANSWERED && state != State.ENDED) {
            leg.answer(SipReply.of(200, "OK").withSdp(description()));
            state = State.ANSWERED;
        }
    }

    /// Takes the answer that came with the ACK.
    void confirmed(Optional<String> answer) {
        if (!awaitsAnswer || answer.isEmpty()) {
            return;
        }
        awaitsAnswer = false;
        try {
            Negotiation.terms(session, AudioSession.parse(answer.get()))
                    .ifPresent(terms -> port.connect(AudioDesk.stream(terms)));
        } catch (SdpException e) {
            leg.end(EndReason.of(488, 88, "The answer in the ACK cannot be read: " + e.getMessage()));
        }
    }

    /// The caller wants the session changed: a new address, hold, resume.
    void reoffered(LegEvent.Offered offered) {
        version++;
        if (offered.sdp().isEmpty()) {
            // RFC 3261 §14.2: now the offer is ours. A whole one, so that a hold can end.
            session = Negotiation.offer(desk.address(port), AudioDesk.FORMATS);
            awaitsAnswer = true;
            leg.answerOffer(description());
            return;
        }
        try {
            var agreed = agree(offered.sdp().get(), desk, port);
            session = agreed.answer();
            port.connect(AudioDesk.stream(agreed.terms()));
            leg.answerOffer(description());
        } catch (PhoneFailedException _) {
            leg.refuseOffer(488, "Not Acceptable Here");
        }
    }

    private String description() {
        return session.toSdp(sessionId, version);
    }

    /// Ends the leg: BYE when answered, else the final response that says why.
    void end(HangUp cause) {
        if (state == State.ENDED) {
            return;
        }
        var refusal = Refusal.of(cause);
        if (state == State.ANSWERED) {
            leg.end(EndReason.of(200, refusal.q850(), refusal.text()));
        } else {
            leg.end(new EndReason(refusal.status(), OptionalInt.of(refusal.q850()), refusal.text()));
        }
        state = State.ENDED;
    }

    /// The peer is gone already: nothing more to send.
    void ended() {
        state = State.ENDED;
    }

    @Override
    public void close() {
        port.close();
    }
}
