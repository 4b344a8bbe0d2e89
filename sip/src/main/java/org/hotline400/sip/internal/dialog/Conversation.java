package org.hotline400.sip.internal.dialog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.LegEvent;
import org.hotline400.sip.LegEvent.Side;
import org.hotline400.sip.SipBody;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.internal.transaction.ClientUser;
import org.hotline400.sip.internal.wire.CSeq;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.WireRequest;
import org.hotline400.sip.internal.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/// An answered call: what both kinds of legs do once a 2xx has passed (RFC 3261 §14, §15).
final class Conversation {

    private final Endpoint endpoint;
    private final Dialog dialog;
    private final LegVoice voice;
    private final Reoffers reoffers;
    private final OfferDesk offers;
    private @Nullable EndReason ending;
    private @Nullable Repetition answer;
    private boolean established;

    Conversation(Endpoint endpoint, Dialog dialog, LegVoice voice, boolean callIdIsOurs) {
        this.endpoint = endpoint;
        this.dialog = dialog;
        this.voice = voice;
        this.reoffers = new Reoffers(endpoint, dialog, voice, callIdIsOurs, this::lost);
        this.offers = new OfferDesk(endpoint, voice);
        this.established = callIdIsOurs;
    }

    /// Repeats our 2xx until the ACK comes; without it the call ends (RFC 3261 §13.3.1.4).
    void awaitAck(SipHop hop, byte[] twoHundred, long sequence) {
        stopRepeating();
        answer = new Repetition(endpoint.surroundings(), hop, twoHundred, sequence, this::noAck);
    }

    private void noAck() {
        answer = null;
        EndReason reason = EndReason.of(408, 102, "No ACK for our answer");
        if (ending != null) {
            sendBye(reason, new Forgotten());
            over(Side.NETWORK, reason);
        } else {
            lost(reason);
        }
    }

    /// The peer does not answer any more: say BYE for good measure, and be done.
    private void lost(EndReason reason) {
        if (ending == null && !voice.ended()) {
            sendBye(reason, new Forgotten());
            over(Side.NETWORK, reason);
        }
    }

    private void over(Side by, EndReason reason) {
        stopRepeating();
        reoffers.stop();
        offers.close();
        voice.ended(by, reason);
    }

    private void stopRepeating() {
        if (answer != null) {
            answer.stop();
            answer = null;
        }
    }

    /// Ends it with BYE; it is over when the BYE is answered.
    void finish(EndReason reason) {
        if (ending != null || voice.ended()) {
            return;
        }
        ending = reason;
        reoffers.stop();
        offers.close();
        // RFC 3261 §15: the callee must not send BYE before the ACK came or the wait for it ended.
        if (established || answer == null) {
            stopRepeating();
            sendBye(reason, new ByeSent(reason));
        }
    }

    /// The stack closes: one BYE, whatever the peer makes of it.
    void abandon() {
        EndReason reason = ending;
        sendBye(reason == null ? EndReason.of(503, 41, "The server is closing") : reason, new Forgotten());
        stopRepeating();
        reoffers.stop();
        offers.close();
    }

    boolean isWith(String remoteTag) {
        return dialog.remoteTag().equals(remoteTag);
    }

    private void sendBye(EndReason reason, ClientUser user) {
        endpoint.requests().send(dialog.request("BYE", List.of(Reasons.header(reason)), null), user);
    }

    void offer(String sdp) {
        if (ending == null && !voice.ended()) {
            reoffers.offer(sdp);
        }
    }

    void answerOffer(String sdp) {
        offers.accept(sdp).ifPresent(sent -> awaitAck(sent.hop(), sent.bytes(), sent.sequence()));
    }

    void refuseOffer(int status, String phrase) {
        offers.refuse(status, phrase);
    }

    void info(String contentType, String body) {
        if (ending == null && !voice.ended()) {
            var sipBody = new SipBody(contentType, body);
            endpoint.requests().send(dialog.request("INFO", List.of(), sipBody), new Forgotten());
        }
    }

    void acknowledged(WireRequest ack) {
        long sequence = CSeq.parse(ack.need(HeaderId.CSEQ)).number();
        if (answer == null || !answer.isFor(sequence)) {
            return;
        }
        stopRepeating();
        boolean first = !established;
        established = true;
        EndReason reason = ending;
        if (reason != null) {
            if (first) {
                sendBye(reason, new ByeSent(reason));
            }
        } else if (first || ack.sdp().isPresent()) {
            voice.say(new LegEvent.Confirmed(ack.sdp()));
        }
    }

    void request(Inbound inbound) {
        if (!dialog.accepts(inbound.cseq().number())) {
            inbound.reply(500, "CSeq Out of Order", "");
            return;
        }
        List<String> required = inbound.request().all(HeaderId.REQUIRE);
        if (!required.isEmpty()) {
            String all = String.join(", ", required);
            inbound.reply(SipReply.of(420, "Bad Extension").with("Unsupported", all), "", false);
            return;
        }
        switch (inbound.request().method()) {
            case "BYE" -> bye(inbound);
            case "INVITE", "UPDATE" -> offered(inbound);
            case "INFO" -> informed(inbound);
            case "OPTIONS" -> inbound.reply(SipReply.of(200, "OK"), "", true);
            default -> inbound.reply(405, "Method Not Allowed", "");
        }
    }

    private void bye(Inbound inbound) {
        inbound.reply(200, "OK", "");
        EndReason said = Reasons.read(inbound.request(), 200, OptionalInt.of(16), "Normal call clearing");
        EndReason ours = ending;
        over(ours == null ? Side.PEER : Side.US, ours == null ? said : ours);
    }

    private void offered(Inbound inbound) {
        boolean invite = inbound.request().method().equals("INVITE");
        if (ending != null) {
            inbound.reply(481, "Call Leg Is Ending", "");
        } else if (reoffers.underWay()) {
            inbound.reply(491, "Request Pending", "");
        } else if (offers.busy() || (invite && answer != null)) {
            // RFC 3261 §14.2: an earlier one is not finished; come back within ten seconds.
            inbound.reply(SipReply.of(500, "Earlier Offer Pending").with("Retry-After", "2"), "", false);
        } else if (!invite && inbound.request().sdp().isEmpty()) {
            dialog.refreshTarget(inbound.request());
            inbound.reply(SipReply.of(200, "OK"), "", true);
        } else {
            dialog.refreshTarget(inbound.request());
            offers.take(inbound);
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

    /// A request whose outcome changes nothing.
    static final class Forgotten implements ClientUser {
        @Override
        public void answered(WireResponse response) {}

        @Override
        public void timedOut() {}

        @Override
        public void unreachable() {}
    }
}
