package org.hotline400.sip.internal.dialog;

import java.util.Optional;
import org.hotline400.sip.LegEvent;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.internal.timing.Timer;
import org.jspecify.annotations.Nullable;

/// The peer's re-INVITE or UPDATE while the application thinks about it.
final class OfferDesk {

    private final Endpoint endpoint;
    private final LegVoice voice;
    private @Nullable Inbound pending;
    private Timer deadline = Timer.NONE;

    OfferDesk(Endpoint endpoint, LegVoice voice) {
        this.endpoint = endpoint;
        this.voice = voice;
    }

    /// A 2xx to a re-INVITE that now waits for its ACK.
    @SuppressWarnings("ArrayRecordComponent") // nobody compares or changes it
    record Accepted(SipHop hop, byte[] bytes, long sequence) {}

    boolean busy() {
        return pending != null;
    }

    void take(Inbound inbound) {
        pending = inbound;
        if (inbound.request().method().equals("INVITE")) {
            inbound.trying();
        }
        // An application that never answers must not leave the peer hanging.
        deadline = endpoint.surroundings()
                .timers()
                .after(endpoint.surroundings().patience() / 2, () -> refuse(500, "Offer Not Handled In Time"));
        voice.say(new LegEvent.Offered(inbound.request(), inbound.request().sdp()));
    }

    Optional<Accepted> accept(String sdp) {
        Inbound inbound = pending;
        if (inbound == null) {
            return Optional.empty();
        }
        done();
        byte[] bytes = inbound.write(SipReply.of(200, "OK").withSdp(sdp), "", true);
        inbound.transaction().respond(200, bytes);
        if (!inbound.request().method().equals("INVITE")) {
            return Optional.empty();
        }
        return Optional.of(
                new Accepted(inbound.responseHop(), bytes, inbound.cseq().number()));
    }

    void refuse(int status, String phrase) {
        Inbound inbound = pending;
        if (inbound != null) {
            done();
            inbound.reply(status, phrase, "");
        }
    }

    private void done() {
        pending = null;
        deadline.cancel();
    }

    /// The call ends: an open re-INVITE gets 487 (RFC 3261 §15.1.2).
    void close() {
        refuse(487, "Request Terminated");
    }
}
