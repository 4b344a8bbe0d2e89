package org.hotline400.server.telephony;

import java.util.Optional;
import java.util.OptionalInt;
import org.hotline400.media.MediaPort;
import org.hotline400.server.calls.HangUp;
import org.hotline400.server.calls.LegQuality;
import org.hotline400.server.calls.PhoneFailedException;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.IncomingLeg;
import org.hotline400.sip.LegEvent;
import org.hotline400.sip.SipReply;
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
    private final LegAudio audio;
    private State state = State.WAITING;

    private CallerSide(IncomingLeg leg, LegAudio audio) {
        this.leg = leg;
        this.audio = audio;
    }

    /// Reads the caller's offer and opens a port for it. An INVITE without one gets our offer with the answer
    /// (RFC 3261 §13.2.1).
    ///
    /// @throws PhoneFailedException when there is no codec in common, the offer cannot be read, or no port is
    ///     left
    static CallerSide of(IncomingLeg leg, AudioDesk desk, CallSignals signals) {
        var audio = LegAudio.ofCaller(desk, event -> signals.tell(new Signal.CallerAudio(event)));
        try {
            leg.invite().sdp().ifPresent(offer -> read(audio, offer));
            return new CallerSide(leg, audio);
        } catch (RuntimeException e) {
            audio.close();
            throw e;
        }
    }

    private static void read(LegAudio audio, String offer) {
        try {
            if (!audio.answer(offer)) {
                throw new PhoneFailedException(
                        HangUp.NO_COMMON_CODEC, "the caller offers no codec we speak (PCMA, PCMU)");
            }
        } catch (SdpException e) {
            throw new PhoneFailedException(
                    HangUp.MALFORMED, "the caller's session description cannot be read: " + e.getMessage(), e);
        }
    }

    LegAudio audio() {
        return audio;
    }

    MediaPort port() {
        return audio.port();
    }

    LegQuality quality() {
        return LegQualities.caller(leg.callId(), port().quality());
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

    /// Opens the way to the caller's ear without answering (183). A caller who made no offer cannot hear yet:
    /// it just rings.
    void openEarlyMedia() {
        if (audio.awaitsAnswer()) {
            ring();
        } else if (state == State.WAITING || state == State.RINGING) {
            leg.progress(SipReply.of(183, "Session Progress").withSdp(audio.description()));
            state = State.EARLY_MEDIA;
        }
    }

    void answer() {
        if (state != State.ANSWERED && state != State.ENDED) {
            leg.answer(SipReply.of(200, "OK").withSdp(audio.description()));
            state = State.ANSWERED;
        }
    }

    /// Takes the answer that came with the ACK.
    void confirmed(Optional<String> answer) {
        audio.confirmed(answer).ifPresent(wrong -> leg.end(EndReason.of(488, 88, wrong)));
    }

    /// The caller wants the session changed: a new address, hold, resume.
    void reoffered(LegEvent.Offered offered) {
        audio.reoffered(offered, leg);
    }

    /// Ends the leg: BYE when answered, else the final response that says why.
    ///
    /// @param said the Q.850 cause with which the target hung up, which a BYE carries on
    void end(HangUp cause, OptionalInt said) {
        if (state == State.ENDED) {
            return;
        }
        var refusal = Refusal.of(cause);
        if (state == State.ANSWERED) {
            leg.end(
                    cause == HangUp.NORMAL && said.isPresent()
                            ? EndReason.of(200, said.getAsInt(), "The called party hung up")
                            : EndReason.of(200, refusal.q850(), refusal.text()));
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
        audio.close();
    }
}
