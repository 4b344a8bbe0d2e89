package org.hotline400.sip.internal.dialog;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.LegEvent;
import org.hotline400.sip.SipBody;
import org.hotline400.sip.internal.timing.Timer;
import org.hotline400.sip.internal.transaction.ClientUser;
import org.hotline400.sip.internal.transaction.OutboundRequest;
import org.hotline400.sip.internal.wire.CSeq;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/// Our own re-INVITEs (RFC 3261 §14.1): one at a time; glare is tried again.
final class Reoffers {

    private static final int MOST_ATTEMPTS = 5;

    private final Endpoint endpoint;
    private final Dialog dialog;
    private final LegVoice voice;
    private final boolean callIdIsOurs;
    private final Consumer<EndReason> lost;
    private @Nullable String wanted;
    private @Nullable String inFlight;
    private boolean stopped;
    private boolean sent;
    private int attempts;
    private Timer again = Timer.NONE;

    /// @param callIdIsOurs decides who comes back first after glare
    /// @param lost hears that the dialog is gone
    Reoffers(Endpoint endpoint, Dialog dialog, LegVoice voice, boolean callIdIsOurs, Consumer<EndReason> lost) {
        this.endpoint = endpoint;
        this.dialog = dialog;
        this.voice = voice;
        this.callIdIsOurs = callIdIsOurs;
        this.lost = lost;
    }

    /// Whether an offer of ours is on its way just now.
    boolean underWay() {
        return sent;
    }

    void offer(String sdp) {
        wanted = sdp;
        attempts = 0;
        if (!sent) {
            again.cancel();
            send();
        }
    }

    private void send() {
        String sdp = wanted;
        if (sdp == null) {
            return;
        }
        wanted = null;
        inFlight = sdp;
        sent = true;
        attempts++;
        endpoint.requests().send(dialog.request("INVITE", List.of(), SipBody.sdp(sdp)), new Attempt());
    }

    void stop() {
        wanted = null;
        again.cancel();
        stopped = true;
    }

    /// RFC 3261 §14.1: the owner of the Call-ID waits 2.1–4 s, the other 0–2 s (at the usual T1).
    private void glare(WireResponse response) {
        if (attempts >= MOST_ATTEMPTS || stopped) {
            refused(response.status(), response.phrase());
            return;
        }
        long t1 = endpoint.surroundings().t1();
        long wait = callIdIsOurs
                ? ThreadLocalRandom.current().nextLong(42 * t1 / 10, 8 * t1)
                : ThreadLocalRandom.current().nextLong(0, 4 * t1);
        wanted = wanted == null ? inFlight : wanted;
        again = endpoint.surroundings().timers().after(wait, this::send);
    }

    private void refused(int status, String phrase) {
        if (!stopped) {
            voice.say(new LegEvent.OfferRefused(status, phrase));
            attempts = 0;
            send();
        }
    }

    private void finallyRefused(WireResponse response) {
        sent = false;
        switch (response.status()) {
            case 491 -> glare(response);
            case 408, 481 ->
                lost.accept(new EndReason(response.status(), OptionalInt.of(41), "The peer no longer knows the call"));
            default -> refused(response.status(), response.phrase());
        }
    }

    private void accepted(WireResponse response) {
        sent = false;
        dialog.refreshTarget(response);
        if (!stopped) {
            voice.say(new LegEvent.OfferAnswered(response));
            send();
        }
    }

    /// One re-INVITE: its 2xx is acknowledged as often as it comes.
    private final class Attempt implements ClientUser {

        private @Nullable OutboundRequest ack;
        private boolean accepted;

        @Override
        public void answered(WireResponse response) {
            if (response.status() >= 300) {
                finallyRefused(response);
            } else if (response.status() >= 200) {
                acknowledge(response);
            }
        }

        private void acknowledge(WireResponse response) {
            if (ack != null) {
                endpoint.surroundings().outlet().send(ack.hop(), ack.bytes(), () -> {});
            }
            if (accepted) {
                return;
            }
            accepted = true;
            long sequence = CSeq.parse(response.need(HeaderId.CSEQ)).number();
            endpoint.requests().withoutTransaction(dialog.ack(sequence, null), ready -> {
                ack = ready;
                endpoint.surroundings().outlet().send(ready.hop(), ready.bytes(), () -> {});
            });
            Reoffers.this.accepted(response);
        }

        @Override
        public void timedOut() {
            sent = false;
            lost.accept(EndReason.of(408, 102, "No answer to our re-INVITE"));
        }

        @Override
        public void unreachable() {
            sent = false;
            lost.accept(EndReason.of(503, 38, "Our re-INVITE could not be sent"));
        }
    }
}
