package org.hotline400.sip.internal.dialog;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.hotline400.sip.LegEvent;
import org.hotline400.sip.SipHeader;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.internal.timing.Timer;
import org.hotline400.sip.internal.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/// The peer's wishes to change or refresh the session: re-INVITE (RFC 3261 §14.2), UPDATE (RFC 3311 §5.2) and PRACK
/// with an offer (RFC 3262 §5). Those that meet another offer are sent back; one lies here while the application
/// thinks about it.
final class OfferDesk {

    private final Endpoint endpoint;
    private final Conversation talk;
    private final Conversation.Owner owner;
    private final LegVoice voice;
    private @Nullable Inbound pending;
    private Timer deadline = Timer.NONE;

    OfferDesk(Endpoint endpoint, Conversation talk, Conversation.Owner owner, LegVoice voice) {
        this.endpoint = endpoint;
        this.talk = talk;
        this.owner = owner;
        this.voice = voice;
    }

    boolean busy() {
        return pending != null;
    }

    void invited(Inbound inbound) {
        if (talk.isEarly()) {
            if (talk.callIdIsOurs()) {
                glare(inbound);
            } else {
                later(inbound);
            }
        } else if (busy()) {
            later(inbound);
        } else if (talk.reinvited() || talk.awaitsAnswerInAck()) {
            glare(inbound);
        } else {
            talk.overtaken();
            offered(inbound);
        }
    }

    void updated(Inbound inbound) {
        if (busy()) {
            later(inbound);
        } else if (inbound.request().sdp().isPresent()) {
            offered(inbound);
        } else if (!hasBadTimer(inbound)) {
            talk.dialog().refreshTarget(inbound);
            agree(inbound, SipReply.of(200, "OK"));
        }
    }

    /// Takes an offer, or sends it back when another one is open.
    void offered(Inbound inbound) {
        WireRequest request = inbound.request();
        if (talk.exchange().open() == Exchange.Open.OURS) {
            glare(inbound);
        } else if (talk.exchange().open() == Exchange.Open.THEIRS || owner.refusesOffers()) {
            later(inbound);
        } else if (request.method().equals("PRACK") || !hasBadTimer(inbound)) {
            talk.dialog().refreshTarget(inbound);
            request.sdp().ifPresent(talk.exchange()::theyOffered);
            take(inbound);
        }
    }

    private void take(Inbound inbound) {
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

    private boolean hasBadTimer(Inbound inbound) {
        Optional<SipReply> refusal = SessionTerms.refusal(inbound.request(), endpoint.sessions());
        refusal.ifPresent(reply -> inbound.reply(reply, "", false));
        return refusal.isPresent();
    }

    private static void glare(Inbound inbound) {
        inbound.reply(491, Phrases.of(491), "");
    }

    /// Come back within ten seconds.
    private static void later(Inbound inbound) {
        long seconds = ThreadLocalRandom.current().nextLong(0, 11);
        var reply = SipReply.of(500, "Earlier Offer Pending").with("Retry-After", Long.toString(seconds));
        inbound.reply(reply, "", false);
    }

    /// The application answers, or makes the offer that a re-INVITE asked for.
    void accept(String sdp) {
        Inbound inbound = clear();
        if (inbound == null) {
            return;
        }
        if (inbound.request().sdp().isPresent()) {
            talk.exchange().weAnswered(sdp);
        } else {
            talk.exchange().weOffered(sdp);
        }
        byte[] bytes = agree(inbound, SipReply.of(200, "OK").withSdp(sdp));
        if (inbound.request().method().equals("INVITE")) {
            talk.awaitAck(inbound.responseHop(), bytes, inbound.cseq().number());
        }
        settled();
    }

    /// Answers with 200; what refreshes the session begins a new interval.
    private byte[] agree(Inbound inbound, SipReply reply) {
        boolean prack = inbound.request().method().equals("PRACK");
        SipReply said = reply;
        if (!prack) {
            for (SipHeader header : talk.renewed(inbound.request())) {
                said = said.with(header.name(), header.value());
            }
        }
        byte[] bytes = inbound.write(said, "", !prack);
        inbound.transaction().respond(said.status(), bytes);
        return bytes;
    }

    void refuse(int status, String phrase) {
        Inbound inbound = clear();
        if (inbound == null) {
            return;
        }
        if (inbound.request().method().equals("PRACK")) {
            // RFC 3262 §3: what acknowledges must be answered 2xx, so each stream is refused instead.
            String nothing = RefusedStreams.of(inbound.request().sdp().orElse(""));
            talk.exchange().weAnswered(nothing);
            agree(inbound, SipReply.of(200, "OK").withSdp(nothing));
        } else {
            talk.exchange().refused();
            inbound.reply(status, phrase, "");
        }
        settled();
    }

    private void settled() {
        owner.offerSettled();
        talk.goOn();
    }

    private @Nullable Inbound clear() {
        Inbound inbound = pending;
        pending = null;
        deadline.cancel();
        return inbound;
    }

    /// The call ends: an open request gets 487 (RFC 3261 §15.1.2).
    void close() {
        Inbound inbound = clear();
        if (inbound != null) {
            inbound.reply(487, Phrases.of(487), "");
        }
    }
}
