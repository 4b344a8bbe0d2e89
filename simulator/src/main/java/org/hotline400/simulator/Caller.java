package org.hotline400.simulator;

import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.hotline400.sip.LegEvent;
import org.hotline400.sip.LegListener;
import org.hotline400.sip.OutgoingCall;
import org.hotline400.sip.SipMessage;
import org.hotline400.sip.SipResponse;
import org.hotline400.sip.SipStack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Leads a call that a simulated phone places. Events come on the stack's loop, in order; the first may come
/// before [#place] knows its leg, so each waits for the call to be there.
final class Caller implements LegListener {
    private static final Logger log = LoggerFactory.getLogger(Caller.class);

    private final Audio audio;
    private final Talk talk;
    private final CompletableFuture<Call> call = new CompletableFuture<>();

    private Caller(Audio audio, Talk talk) {
        this.audio = audio;
        this.talk = talk;
    }

    static Call place(SipStack stack, OutgoingCall order, Audio audio, Talk talk, InstantSource clock) {
        var caller = new Caller(audio, talk);
        var placed = new Call(stack.invite(order, caller), audio, clock);
        caller.call.complete(placed);
        return placed;
    }

    @Override
    public void on(LegEvent event) {
        call.thenAccept(known -> hear(known, event)).exceptionally(Caller::tell);
    }

    private static Void tell(Throwable fault) {
        log.error("a simulated caller failed", fault);
        return null;
    }

    private void hear(Call known, LegEvent event) {
        switch (event) {
            case LegEvent.Progress(SipResponse response) -> progressed(known, response);
            case LegEvent.Answered(var _, var sdp) -> answered(known, sdp);
            case LegEvent.Rejected(SipResponse response) -> known.over(rejection(known, response));
            case LegEvent.Offered(var _, var sdp) -> Offers.answer(known, sdp);
            case LegEvent.Ended ended -> known.over(ended);
            case LegEvent.OfferAnswered(var message) -> message.sdp().ifPresent(audio::accept);
            case LegEvent.Confirmed _, LegEvent.OfferRefused _, LegEvent.Informed _ -> {}
        }
    }

    private void progressed(Call known, SipResponse response) {
        response.sdp().ifPresent(audio::accept);
        known.rang();
    }

    private void answered(Call known, Optional<String> sdp) {
        if (!sdp.map(audio::accept).orElse(true)) {
            known.hangUp();
            return;
        }
        known.rang();
        known.wasAnswered();
        Talking.start(known, talk);
    }

    private static Ending rejection(Call known, SipResponse response) {
        return new Ending(known.now(), LegEvent.Side.PEER, response.status(), q850(response), response.phrase());
    }

    /// The cause of `Reason: Q.850;cause=17;text="…"` (RFC 3326).
    static OptionalInt q850(SipMessage message) {
        return message.headers("Reason").stream()
                .map(String::trim)
                .filter(reason -> reason.regionMatches(true, 0, "Q.850", 0, 5))
                .flatMap(reason -> java.util.Arrays.stream(reason.split(";")))
                .map(String::trim)
                .filter(part -> part.matches("(?i)cause=[0-9]{1,3}"))
                .mapToInt(part -> Integer.parseInt(part.substring("cause=".length())))
                .findFirst();
    }
}
