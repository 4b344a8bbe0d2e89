package org.hotline400.sip.internal.dialog;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.IncomingLeg;
import org.hotline400.sip.LegEvent.Side;
import org.hotline400.sip.LegListener;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.SipRequest;
import org.hotline400.sip.SipSource;
import org.hotline400.sip.internal.timing.Timer;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/// A call that came in (RFC 3261 §13.3).
public final class CalledLeg implements IncomingLeg, InDialog {

    /// So long the application may leave a call unanswered.
    private static final long LONGEST_WAIT = Duration.ofMinutes(10).toMillis();

    private final Endpoint endpoint;
    private final WireRequest invite;
    private final SipSource source;
    private final String tag = Identity.mark();
    private final LegVoice voice;
    private @Nullable Inbound pending;
    private @Nullable Conversation conversation;
    private Timer deadline;

    /// Registers the leg; its listener is given by [#listener] before anything else happens on the loop.
    public CalledLeg(Endpoint endpoint, Inbound inbound) {
        this.endpoint = endpoint;
        this.invite = inbound.request();
        this.source = inbound.source();
        this.pending = inbound;
        this.voice = new LegVoice(callId(), event -> {}, this::forget);
        this.deadline = endpoint.surroundings().timers().after(LONGEST_WAIT, this::neverAnswered);
        endpoint.add(tag, this);
    }

    public void listener(LegListener listener) {
        voice.listener(listener);
    }

    private void forget() {
        deadline.cancel();
        endpoint.remove(tag);
    }

    @Override
    public String callId() {
        return invite.need(HeaderId.CALL_ID);
    }

    @Override
    public SipRequest invite() {
        return invite;
    }

    @Override
    public SipSource source() {
        return source;
    }

    @Override
    public void progress(SipReply reply) {
        if (reply.status() >= 200) {
            throw new IllegalArgumentException("progress needs a status 101..199, was " + reply.status());
        }
        endpoint.post(() -> {
            if (pending != null) {
                pending.reply(reply, tag, true);
            }
        });
    }

    @Override
    public void answer(SipReply reply) {
        if (reply.status() < 200 || reply.status() > 299) {
            throw new IllegalArgumentException("answer needs a status 200..299, was " + reply.status());
        }
        endpoint.post(() -> answerNow(reply));
    }

    private void answerNow(SipReply reply) {
        Inbound inbound = pending;
        if (inbound == null) {
            return;
        }
        pending = null;
        deadline.cancel();
        byte[] bytes = inbound.write(reply, tag, true);
        inbound.transaction().respond(reply.status(), bytes);
        endpoint.answered(inbound, reply);
        var dialog = Dialog.called(invite, tag, Nat.hopBehind(inbound));
        var talk = new Conversation(endpoint, dialog, voice, false);
        conversation = talk;
        talk.awaitAck(inbound.responseHop(), bytes, inbound.cseq().number());
    }

    @Override
    public void reject(SipReply reply) {
        if (reply.status() < 300) {
            throw new IllegalArgumentException("reject needs a status 300..699, was " + reply.status());
        }
        endpoint.post(() -> {
            EndReason reason = new EndReason(
                    reply.status(), OptionalInt.empty(), reply.phrase().isBlank() ? "Rejected" : reply.phrase());
            rejectNow(reply, Side.US, reason);
        });
    }

    private void rejectNow(SipReply reply, Side by, EndReason reason) {
        Inbound inbound = pending;
        if (inbound != null) {
            pending = null;
            if (by == Side.US) {
                endpoint.answered(inbound, reply);
            }
            inbound.reply(reply, tag, false);
            voice.ended(by, reason);
        }
    }

    private void neverAnswered() {
        EndReason reason = EndReason.of(480, 19, "Nobody answered in time");
        rejectNow(SipReply.of(480, "Temporarily Unavailable"), Side.NETWORK, reason);
    }

    @Override
    public void end(EndReason reason) {
        endpoint.post(() -> finish(reason));
    }

    @Override
    public void finish(EndReason reason) {
        if (conversation != null) {
            conversation.finish(reason);
            return;
        }
        int status = reason.status() >= 300 ? reason.status() : 480;
        var reply = SipReply.of(status, Phrases.of(status));
        rejectNow(
                new SipReply(status, reply.phrase(), java.util.List.of(Reasons.header(reason)), Optional.empty()),
                Side.US,
                reason);
    }

    @Override
    public void offer(String sdp) {
        talk(conversation -> conversation.offer(sdp));
    }

    @Override
    public void answerOffer(String sdp) {
        talk(conversation -> conversation.answerOffer(sdp));
    }

    @Override
    public void refuseOffer(int status, String phrase) {
        talk(conversation -> conversation.refuseOffer(status, phrase));
    }

    @Override
    public void info(String contentType, String body) {
        talk(conversation -> conversation.info(contentType, body));
    }

    private void talk(java.util.function.Consumer<Conversation> verb) {
        endpoint.post(() -> {
            if (conversation != null) {
                verb.accept(conversation);
            }
        });
    }

    @Override
    public void request(Inbound inbound) {
        if (conversation != null) {
            conversation.request(inbound);
            return;
        }
        switch (inbound.request().method()) {
            case "BYE" -> byeBeforeAnswer(inbound);
            case "OPTIONS" -> inbound.reply(SipReply.of(200, "OK"), "", true);
            case "INFO" -> inbound.reply(200, "OK", "");
            // RFC 3261 §14.2, RFC 3311 §5.2: our answer to the first offer is still open.
            case "INVITE", "UPDATE" ->
                inbound.reply(SipReply.of(500, "Earlier Offer Pending").with("Retry-After", "2"), "", false);
            default -> inbound.reply(405, "Method Not Allowed", "");
        }
    }

    /// A caller may end an early dialog with BYE (RFC 3261 §15).
    private void byeBeforeAnswer(Inbound bye) {
        bye.reply(200, "OK", "");
        EndReason reason = Reasons.read(bye.request(), 487, OptionalInt.of(16), "The caller hung up");
        rejectNow(SipReply.of(487, "Request Terminated"), Side.PEER, reason);
    }

    @Override
    public void acknowledged(WireRequest ack) {
        if (conversation != null) {
            conversation.acknowledged(ack);
        }
    }

    @Override
    public void cancelled(WireRequest cancel) {
        if (conversation != null) {
            conversation.refuseOffer(487, "Request Terminated");
            return;
        }
        EndReason reason = Reasons.read(cancel, 487, OptionalInt.of(16), "The caller cancelled");
        rejectNow(SipReply.of(487, "Request Terminated"), Side.PEER, reason);
    }

    @Override
    public String tag() {
        return tag;
    }

    @Override
    public boolean isWith(String remoteTag) {
        return Inbound.tagOf(invite.need(HeaderId.FROM)).equals(remoteTag);
    }

    @Override
    public void abandon() {
        if (conversation != null) {
            conversation.abandon();
        }
        voice.ended(Side.US, EndReason.of(503, 41, "The server is closing"));
    }
}
