package org.hotline400.server.telephony;

import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalInt;
import org.hotline400.media.MediaPort;
import org.hotline400.server.calls.LegQuality;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.LegEvent;
import org.hotline400.sip.OutgoingCall;
import org.hotline400.sip.OutgoingLeg;
import org.hotline400.sip.SipStack;
import org.hotline400.sip.sdp.SdpException;

/// A leg to one target through one route, and its audio. Used by the call's own thread.
final class TargetSide implements AutoCloseable {
    private final LegAudio audio;
    private final OutgoingLeg leg;
    private boolean over;
    private OptionalInt cause = OptionalInt.empty();

    /// Places the call; what becomes of it arrives in `signals`.
    TargetSide(SipStack stack, AudioDesk desk, CallSignals signals, Route route, CallFacts facts) {
        this.audio = LegAudio.ofTarget(desk, event -> signals.tell(new Signal.TargetAudio(this, event)));
        try {
            this.leg =
                    stack.invite(invitation(route, facts), event -> signals.tell(new Signal.FromTarget(this, event)));
        } catch (RuntimeException e) {
            audio.close();
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
                audio.description(),
                route.account(),
                facts.maxForwards());
    }

    LegAudio audio() {
        return audio;
    }

    MediaPort port() {
        return audio.port();
    }

    /// @param target as in the plan
    LegQuality quality(String target) {
        return LegQualities.target(target, leg.callId(), port().quality());
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
            return audio.accept(sdp.get());
        } catch (SdpException _) {
            return false;
        }
    }

    /// Takes the answer that came with the ACK.
    void confirmed(Optional<String> answer) {
        audio.confirmed(answer).ifPresent(wrong -> end(EndReason.of(488, 88, wrong)));
    }

    /// The target wants the session changed: a new address, hold, resume.
    void reoffered(LegEvent.Offered offered) {
        audio.reoffered(offered, leg);
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
    ///
    /// @param said the Q.850 cause it gave
    void ended(OptionalInt said) {
        over = true;
        cause = said;
    }

    /// The Q.850 cause with which the target hung up; empty when it did not, or gave none.
    OptionalInt cause() {
        return cause;
    }

    @Override
    public void close() {
        try {
            end(EndReason.normal());
        } finally {
            audio.close();
        }
    }
}
