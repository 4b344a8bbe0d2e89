package org.hotline400.simulator;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.IncomingLeg;
import org.hotline400.sip.LegEvent;
import org.hotline400.sip.LegListener;
import org.hotline400.sip.SipReply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A called phone: lives through its behaviour on a virtual thread of its own, while events arrive on the
/// loop's.
final class Callee implements LegListener, Runnable {
    private static final Logger log = LoggerFactory.getLogger(Callee.class);

    private final IncomingLeg leg;
    private final Call call;
    private final Behaviour behaviour;
    private final Wire wire;

    /// The answer to the caller's offer, once it was given in a 183: the 200 repeats it (RFC 3261 §13.3.1.4).
    private Optional<String> answered = Optional.empty();

    Callee(IncomingLeg leg, Call call, Behaviour behaviour, Wire wire) {
        this.leg = leg;
        this.call = call;
        this.behaviour = behaviour;
        this.wire = wire;
    }

    @Override
    public void on(LegEvent event) {
        switch (event) {
            case LegEvent.Confirmed(var sdp) -> sdp.ifPresent(this::accept);
            case LegEvent.Offered(var _, var sdp) -> Offers.answer(call, sdp);
            case LegEvent.Ended ended -> call.over(ended);
            case LegEvent.OfferAnswered(var message) -> message.sdp().ifPresent(call.audio()::accept);
            case LegEvent.Progress _,
                    LegEvent.Answered _,
                    LegEvent.Rejected _,
                    LegEvent.OfferRefused _,
                    LegEvent.Informed _ -> {}
        }
    }

    private void accept(String sdp) {
        if (!call.audio().accept(sdp)) {
            call.hangUp();
        }
    }

    @Override
    public void run() {
        try {
            live(behaviour);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            call.hangUp();
        } catch (RuntimeException fault) {
            log.error("a simulated phone failed", fault);
            leg.end(EndReason.of(500, 41, "simulator failure"));
        }
    }

    private void live(Behaviour now) throws InterruptedException {
        switch (now) {
            case Behaviour.Answers(var ringing, var talk) -> answerAfter(ringing, talk);
            case Behaviour.Refuses refusal -> refuse(refusal);
            case Behaviour.NeverAnswers() -> ring();
            case Behaviour.NoProgress() -> {}
            case Behaviour.Vanishes(var ringing, var talk, var after) -> {
                if (answerAfter(ringing, talk) && !call.endsWithin(after)) {
                    vanish();
                }
            }
            case Behaviour.Announces(var announcement, var length, var then) -> {
                if (announce(announcement) && !call.endsWithin(length)) {
                    live(then);
                }
            }
        }
    }

    private void ring() {
        leg.progress(SipReply.of(180, "Ringing"));
        call.rang();
    }

    private boolean answerAfter(Duration ringing, Talk talk) throws InterruptedException {
        if (!ringing.isZero()) {
            ring();
        }
        if (call.endsWithin(ringing)) {
            return false;
        }
        var sdp = ourSdp();
        if (sdp.isEmpty()) {
            leg.reject(SipReply.of(488, "Not Acceptable Here"));
            return false;
        }
        leg.answer(SipReply.of(200, "OK").withSdp(sdp.get()));
        call.wasAnswered();
        Talking.start(call, talk);
        return true;
    }

    private boolean announce(Voice announcement) {
        var sdp = ourSdp();
        if (sdp.isEmpty()) {
            leg.reject(SipReply.of(488, "Not Acceptable Here"));
            return false;
        }
        leg.progress(SipReply.of(183, "Session Progress").withSdp(sdp.get()));
        call.rang();
        call.say(announcement);
        return true;
    }

    /// Our answer to the caller's offer or, when the INVITE came without one, our offer; empty without a common
    /// codec.
    private Optional<String> ourSdp() {
        if (answered.isEmpty()) {
            answered = leg.invite()
                    .sdp()
                    .map(call.audio()::answer)
                    .orElseGet(() -> Optional.of(call.audio().offer()));
        }
        return answered;
    }

    private void refuse(Behaviour.Refuses refusal) throws InterruptedException {
        if (!refusal.after().isZero()) {
            ring();
            if (call.endsWithin(refusal.after())) {
                return;
            }
        }
        var reply = SipReply.of(refusal.status(), refusal.phrase());
        leg.reject(
                refusal.q850().isPresent()
                        ? reply.with("Reason", "Q.850;cause=" + refusal.q850().getAsInt())
                        : reply);
    }

    /// From here on nothing of this call passes the wire, in either direction.
    private void vanish() {
        wire.silence(call.callId());
        call.over(new Ending(call.now(), LegEvent.Side.US, 408, OptionalInt.empty(), "vanished"));
    }
}
