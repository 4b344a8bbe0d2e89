package org.hotline400.sip.internal.dialog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.LegEvent;
import org.hotline400.sip.LegEvent.Side;
import org.hotline400.sip.SipBody;
import org.hotline400.sip.SipHeader;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.internal.transaction.ClientUser;
import org.hotline400.sip.internal.transaction.Forgotten;
import org.hotline400.sip.internal.wire.CSeq;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.WireRequest;
import org.hotline400.sip.internal.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/// What is said within one dialog, from its first provisional response to its BYE: what both kinds of legs have in
/// common (RFC 3261 §12.2, §14, §15). The INVITE itself, as long as it is not answered, is the leg's.
final class Conversation {

    /// How far it has come.
    enum Stage {
        /// A provisional response made it; the INVITE is not answered.
        EARLY,
        /// Answered 2xx.
        CONFIRMED,
        /// We want its end: our BYE is out, or waits for the ACK.
        ENDING,
        OVER
    }

    /// What only the leg can decide.
    interface Owner {
        /// The peer said BYE before the INVITE was answered; the BYE has its 200.
        void endedEarly(Conversation talk, EndReason said);

        /// A PRACK in order, to be answered.
        void acknowledged(Inbound prack);

        /// An offer of the peer is off the table.
        void offerSettled();

        /// Whether no offer can be taken: another lies open in this or another early dialog of the leg, or its end is
        /// wanted.
        boolean refusesOffers();
    }

    private final Endpoint endpoint;
    private final Dialog dialog;
    private final LegVoice voice;
    private final Owner owner;
    private final boolean callIdIsOurs;
    private final Exchange exchange = new Exchange();
    private final Reoffers reoffers;
    private final OfferDesk offers;
    private final SessionTimer timer;
    private Stage stage = Stage.EARLY;
    private boolean toldPeer;
    private @Nullable EndReason ending;
    private @Nullable Repetition answer;
    private boolean established;

    /// @param callIdIsOurs whether we called
    Conversation(Endpoint endpoint, Dialog dialog, LegVoice voice, Owner owner, boolean callIdIsOurs) {
        this.endpoint = endpoint;
        this.dialog = dialog;
        this.voice = voice;
        this.owner = owner;
        this.callIdIsOurs = callIdIsOurs;
        this.toldPeer = callIdIsOurs;
        this.reoffers = new Reoffers(endpoint, this, voice);
        this.offers = new OfferDesk(endpoint, this, owner, voice);
        this.timer = new SessionTimer(endpoint.surroundings().timers(), reoffers::refresh, this::expired);
    }

    Dialog dialog() {
        return dialog;
    }

    Exchange exchange() {
        return exchange;
    }

    boolean callIdIsOurs() {
        return callIdIsOurs;
    }

    /// Where a leg stands that is in this conversation.
    LegState state() {
        if (stage == Stage.OVER) {
            return LegState.ENDED;
        } else if (stage == Stage.ENDING) {
            return LegState.ENDING;
        } else if (offers.busy()) {
            return LegState.OFFERED;
        } else if (reoffers.offered()) {
            return LegState.OFFERING;
        } else if (isEarly()) {
            return LegState.EARLY;
        }
        return answer == null ? LegState.CONFIRMED : LegState.ANSWERED;
    }

    boolean isEarly() {
        return stage == Stage.EARLY;
    }

    boolean isOver() {
        return stage == Stage.OVER;
    }

    boolean isWith(String remoteTag) {
        return dialog.remoteTag().equals(remoteTag);
    }

    /// Whether our 2xx made an offer whose answer its ACK is to bring.
    boolean awaitsAnswerInAck() {
        return answer != null && exchange.open() == Exchange.Open.OURS;
    }

    /// Whether a re-INVITE of ours has no final response yet.
    boolean reinvited() {
        return reoffers.invited();
    }

    /// Whether the application has an offer of the peer to answer here.
    boolean offerOpen() {
        return offers.busy();
    }

    /// An offer of ours that has not been answered yet; null when there is none.
    @Nullable
    String unansweredOffer() {
        return reoffers.unanswered();
    }

    /// A provisional response has told the peer of the dialog: requests may be sent in it.
    void toldPeer() {
        toldPeer = true;
    }

    /// By which method an offer or a refresh of ours may go now; empty when it must wait.
    Optional<String> way(boolean offer) {
        boolean free = exchange.idle() && !offers.busy() && answer == null;
        return switch (stage) {
            case EARLY ->
                offer && free && toldPeer && exchange.rounds() > 0 && dialog.allowsUpdate()
                        ? Optional.of("UPDATE")
                        : Optional.empty();
            case CONFIRMED -> {
                boolean update = !offer && (dialog.allowsUpdate() || exchange.ours() == null);
                yield free ? Optional.of(update ? "UPDATE" : "INVITE") : Optional.empty();
            }
            case ENDING, OVER -> Optional.empty();
        };
    }

    /// The session timer as a request of ours tells it.
    List<SipHeader> timerHeaders() {
        SessionTerms terms = timer.terms();
        return terms == null || stage != Stage.CONFIRMED ? List.of() : terms.inRequest(endpoint.sessions());
    }

    /// What our 2xx to this request of the peer says of the session timer: a new interval begins (RFC 4028 §9).
    List<SipHeader> renewed(WireRequest request) {
        if (stage != Stage.CONFIRMED) {
            return List.of();
        }
        SessionTerms terms = SessionTerms.granted(request, endpoint.sessions(), timer.terms());
        timer.begin(terms);
        return terms.inAnswer();
    }

    /// Our re-INVITE or UPDATE was accepted.
    ///
    /// @param timed whether it carried the session timer
    void refreshed(WireResponse response, boolean timed) {
        dialog.refreshTarget(response);
        dialog.learn(response);
        if (timed) {
            timer.begin(SessionTerms.agreed(response, endpoint.sessions()));
        }
    }

    void refreshRefused() {
        if (stage == Stage.CONFIRMED) {
            timer.refused();
        }
    }

    private void expired() {
        lost(EndReason.of(408, 102, "Nobody refreshed the session"));
    }

    /// The 2xx to our INVITE made or confirmed this dialog.
    ///
    /// @return the description that holds now
    Optional<String> confirm(WireResponse response) {
        stage = Stage.CONFIRMED;
        established = true;
        if (exchange.open() == Exchange.Open.OURS && !reoffers.offered()) {
            exchange.theyAnswered(response.sdp().orElse(null));
        }
        timer.begin(SessionTerms.agreed(response, endpoint.sessions()));
        // What an UPDATE has settled stays: a 2xx only repeats it (RFC 3261 §13.2.1). An announcement server that
        // answered reliably may have been followed by the party itself without a word, as some carriers do: then
        // the 2xx is right.
        if (exchange.idle() && exchange.rounds() == 1 && !reoffers.offered()) {
            response.sdp().ifPresent(exchange::theyMoved);
        }
        return Optional.ofNullable(exchange.theirs());
    }

    /// Answers the INVITE with this 2xx, repeated until its ACK comes.
    void accept(Inbound invite, SipReply reply, String tag) {
        stage = Stage.CONFIRMED;
        SipReply said = reply;
        for (SipHeader header : renewed(invite.request())) {
            said = said.with(header.name(), header.value());
        }
        boolean lateOffer = invite.request().sdp().isEmpty();
        if (exchange.rounds() > 1 || (exchange.rounds() == 1 && (lateOffer || !exchange.idle()))) {
            // Settled by our offer in a reliable response, or changed by an UPDATE since: a description would now be
            // a new offer, or not the one that holds.
            said = said.withoutBody();
        }
        described(said.sdp().orElse(null));
        byte[] bytes = invite.write(said, tag, true);
        invite.transaction().respond(said.status(), bytes);
        awaitAck(invite.responseHop(), bytes, invite.cseq().number());
    }

    /// Notes the description in our 2xx: the answer to an open offer or, when there was none, our offer.
    private void described(@Nullable String sdp) {
        if (sdp == null) {
            exchange.refused();
        } else if (exchange.open() == Exchange.Open.THEIRS) {
            exchange.weAnswered(sdp);
        } else if (exchange.idle() && exchange.rounds() == 0) {
            exchange.weOffered(sdp);
        }
    }

    /// Repeats our 2xx until the ACK comes; without it the call ends (RFC 3261 §13.3.1.4).
    void awaitAck(SipHop hop, byte[] twoHundred, long sequence) {
        stopRepeating();
        answer = new Repetition(endpoint.surroundings(), hop, twoHundred, sequence, this::noAck);
    }

    private void noAck() {
        answer = null;
        EndReason reason = EndReason.of(408, 102, "No ACK for our answer");
        if (stage == Stage.ENDING) {
            sendBye(reason, new Forgotten());
            over(Side.NETWORK, reason);
        } else {
            lost(reason);
        }
    }

    /// The peer does not answer any more: say BYE for good measure, and be done.
    void lost(EndReason reason) {
        if (stage == Stage.CONFIRMED) {
            sendBye(reason, new Forgotten());
            over(Side.NETWORK, reason);
        }
    }

    private void over(Side by, EndReason reason) {
        drop();
        voice.ended(by, reason);
    }

    /// It is over without another word: an early dialog that came to nothing, or the end of all.
    void drop() {
        stage = Stage.OVER;
        quieten();
        stopRepeating();
    }

    private void quieten() {
        timer.stop();
        reoffers.stop();
        offers.close();
    }

    private void stopRepeating() {
        if (answer != null) {
            answer.stop();
            answer = null;
        }
    }

    /// Ends an answered call with BYE; it is over when the BYE is answered.
    void finish(EndReason reason) {
        if (stage != Stage.CONFIRMED) {
            return;
        }
        stage = Stage.ENDING;
        ending = reason;
        quieten();
        // RFC 3261 §15: the callee must not send BYE before the ACK came or the wait for it ended.
        if (established || answer == null) {
            stopRepeating();
            sendBye(reason, new ByeSent(reason));
        }
    }

    /// The stack closes: one BYE, whatever the peer makes of it.
    void abandon() {
        if (stage == Stage.CONFIRMED || stage == Stage.ENDING) {
            EndReason reason = ending;
            sendBye(reason == null ? EndReason.of(503, 41, "The server is closing") : reason, new Forgotten());
        }
        drop();
    }

    private void sendBye(EndReason reason, ClientUser user) {
        endpoint.requests().send(dialog.request("BYE", List.of(Reasons.header(reason)), null), user);
    }

    void offer(String sdp) {
        if (stage == Stage.EARLY || stage == Stage.CONFIRMED) {
            reoffers.offer(sdp);
        }
    }

    /// What waited may be possible now.
    void goOn() {
        reoffers.next();
    }

    void answerOffer(String sdp) {
        offers.accept(sdp);
    }

    void refuseOffer(int status, String phrase) {
        offers.refuse(status, phrase);
    }

    /// Takes an offer that came with a PRACK.
    void offered(Inbound prack) {
        offers.offered(prack);
    }

    void info(String contentType, String body) {
        boolean possible = stage == Stage.CONFIRMED || (stage == Stage.EARLY && toldPeer);
        if (possible) {
            var sipBody = new SipBody(contentType, body);
            endpoint.requests().send(dialog.request("INFO", List.of(), sipBody), new Forgotten());
        }
    }

    void acknowledged(WireRequest ack) {
        long sequence = CSeq.parse(ack.need(HeaderId.CSEQ)).number();
        if (answer == null || !answer.isFor(sequence)) {
            return;
        }
        EndReason reason = ending;
        if (reason != null) {
            stopRepeating();
            if (!established) {
                established = true;
                sendBye(reason, new ByeSent(reason));
            }
            return;
        }
        if (exchange.open() == Exchange.Open.OURS) {
            exchange.theyAnswered(ack.sdp().orElse(null));
        }
        establish(ack.sdp());
        reoffers.next();
    }

    /// A re-INVITE overtook the ACK of our 2xx, as it may on the way through proxies: whoever sends it has the 2xx, and
    /// nothing but the ACK is outstanding (RFC 5407 §3.1.4).
    void overtaken() {
        if (answer != null) {
            establish(Optional.empty());
        }
    }

    /// Our 2xx has arrived.
    private void establish(Optional<String> sdp) {
        stopRepeating();
        boolean first = !established;
        established = true;
        if (first || sdp.isPresent()) {
            voice.say(new LegEvent.Confirmed(sdp));
        }
    }

    void request(Inbound inbound) {
        WireRequest request = inbound.request();
        List<String> lacking = Abilities.lacking(request.all(HeaderId.REQUIRE));
        if (!dialog.accepts(inbound.cseq().number())) {
            inbound.reply(500, "CSeq Out of Order", "");
        } else if (!lacking.isEmpty()) {
            var reply = SipReply.of(420, Phrases.of(420)).with("Unsupported", String.join(", ", lacking));
            inbound.reply(reply, "", false);
        } else if (request.method().equals("BYE")) {
            bye(inbound);
        } else if (stage == Stage.ENDING || stage == Stage.OVER) {
            inbound.reply(481, "Call Leg Is Ending", "");
        } else {
            dialog.learn(request);
            asked(inbound);
        }
    }

    private void asked(Inbound inbound) {
        switch (inbound.request().method()) {
            case "INVITE" -> offers.invited(inbound);
            case "UPDATE" -> offers.updated(inbound);
            case "PRACK" -> owner.acknowledged(inbound);
            case "INFO" -> informed(inbound);
            case "OPTIONS" -> inbound.reply(SipReply.of(200, "OK"), "", true);
            default -> inbound.reply(405, Phrases.of(405), "");
        }
    }

    private void bye(Inbound inbound) {
        inbound.reply(200, "OK", "");
        EndReason said = Reasons.read(inbound.request(), 200, OptionalInt.of(16), "Normal call clearing");
        EndReason ours = ending;
        switch (stage) {
            case EARLY -> owner.endedEarly(this, said);
            case CONFIRMED -> over(Side.PEER, said);
            case ENDING -> over(Side.US, ours == null ? said : ours);
            case OVER -> {}
        }
    }

    private void informed(Inbound inbound) {
        inbound.reply(200, "OK", "");
        Optional<SipBody> body = inbound.request().body();
        body.ifPresent(sent -> voice.say(new LegEvent.Informed(sent.contentType(), sent.text())));
    }

    /// Waits for the end of our BYE.
    private final class ByeSent implements ClientUser {

        private final EndReason reason;

        ByeSent(EndReason reason) {
            this.reason = reason;
        }

        @Override
        public void answered(WireResponse response) {
            if (response.status() >= 200) {
                over(Side.US, reason);
            }
        }

        @Override
        public void timedOut() {
            over(Side.NETWORK, EndReason.of(408, 102, "No answer to our BYE"));
        }

        @Override
        public void unreachable() {
            over(Side.NETWORK, EndReason.of(503, 38, "Our BYE could not be sent"));
        }
    }
}
