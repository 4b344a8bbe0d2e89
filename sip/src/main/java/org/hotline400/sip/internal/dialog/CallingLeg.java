package org.hotline400.sip.internal.dialog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.LegEvent;
import org.hotline400.sip.LegEvent.Side;
import org.hotline400.sip.LegListener;
import org.hotline400.sip.OutgoingCall;
import org.hotline400.sip.OutgoingLeg;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.SipRequest;
import org.hotline400.sip.internal.timing.Timer;
import org.hotline400.sip.internal.transaction.ClientUser;
import org.hotline400.sip.internal.transaction.OutboundRequest;
import org.hotline400.sip.internal.wire.WireRequest;
import org.hotline400.sip.internal.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/// A call that we place (RFC 3261 §13.2).
public final class CallingLeg implements OutgoingLeg, InDialog, ClientUser {

    /// An INVITE that rings on without end is cancelled after this time.
    private static final long LONGEST_RINGING = Duration.ofMinutes(3).toMillis();

    private final Endpoint endpoint;
    private final OutgoingCall call;
    private final String callId = Identity.callId();
    private final String tag = Identity.mark();
    private final LegVoice voice;
    private final WireRequest invite;
    private final Draft draft;
    private Requests.@Nullable Sending sending;
    private @Nullable Conversation conversation;
    private @Nullable Answers answers;
    private @Nullable EndReason ending;
    private Side blamed = Side.US;
    private boolean cancelSent;
    private Timer deadline = Timer.NONE;

    public CallingLeg(Endpoint endpoint, OutgoingCall call, LegListener listener) {
        this.endpoint = endpoint;
        this.call = call;
        this.voice = new LegVoice(callId, listener, this::forget);
        this.draft = Drafts.invite(call, callId, tag);
        this.invite = Drafts.preview(draft, endpoint.requests().identity());
    }

    private void forget() {
        deadline.cancel();
        endpoint.remove(tag);
    }

    /// Sends the INVITE. On the loop's thread.
    public void start() {
        endpoint.add(tag, this);
        if (endpoint.closed()) {
            unreachable();
            return;
        }
        deadline = endpoint.surroundings().timers().after(LONGEST_RINGING, this::rangTooLong);
        sending = endpoint.requests().send(draft, this);
    }

    private void rangTooLong() {
        blamed = Side.NETWORK;
        finish(EndReason.of(408, 19, "Nobody answered in time"));
    }

    /// The peer never sent a final response to the INVITE that we cancelled.
    private void cancelUnanswered(EndReason reason) {
        if (sending != null) {
            sending.abandon();
        }
        voice.ended(blamed, reason);
    }

    @Override
    public String callId() {
        return callId;
    }

    @Override
    public String tag() {
        return tag;
    }

    @Override
    public SipRequest invite() {
        return invite;
    }

    @Override
    public void end(EndReason reason) {
        endpoint.post(() -> finish(reason));
    }

    @Override
    public void finish(EndReason reason) {
        if (conversation != null) {
            conversation.finish(reason);
        } else if (ending == null && !voice.ended()) {
            ending = reason;
            if (sending != null) {
                sending.stop();
            }
            cancelIfHeard();
        }
    }

    /// RFC 3261 §9.1: CANCEL goes out only after a provisional response.
    private void cancelIfHeard() {
        OutboundRequest sent = sending == null ? null : sending.cancellable();
        EndReason reason = ending;
        if (cancelSent || reason == null || sent == null) {
            return;
        }
        cancelSent = true;
        var cancel = new OutboundRequest(sent.head().cancel(), List.of(Reasons.header(reason)), null, sent.hop());
        endpoint.requests().send(cancel, new Conversation.Forgotten());
        // Without a final response in 64·T1 the call counts as cancelled.
        deadline.cancel();
        deadline = endpoint.surroundings()
                .timers()
                .after(endpoint.surroundings().patience(), () -> cancelUnanswered(reason));
    }

    @Override
    public void answered(WireResponse response) {
        if (response.status() < 200) {
            provisional(response);
        } else if (response.status() < 300) {
            accepted(response);
        } else {
            refused(response);
        }
    }

    private void provisional(WireResponse response) {
        cancelIfHeard();
        if (response.status() > 100 && ending == null) {
            voice.say(new LegEvent.Progress(response));
        }
    }

    private void refused(WireResponse response) {
        EndReason reason = ending;
        if (reason != null && response.status() == 487) {
            voice.ended(blamed, reason);
        } else {
            voice.say(new LegEvent.Rejected(response));
        }
    }

    /// The first 2xx makes the call; others (forks, repetitions) are dealt with by [Answers].
    private void accepted(WireResponse response) {
        if (answers != null) {
            answers.received(response);
            return;
        }
        deadline.cancel();
        answers = new Answers(endpoint);
        var dialog = Dialog.calling(response, pinned(response), call.account());
        answers.acknowledge(response, dialog);
        if (voice.ended()) {
            // It came later than we were willing to wait: acknowledge and hang up (RFC 3261 §13.2.2.4).
            answers.hangUp(dialog);
            return;
        }
        conversation = new Conversation(endpoint, dialog, voice, true);
        EndReason reason = ending;
        if (reason != null) {
            conversation.finish(reason);
        } else {
            voice.say(new LegEvent.Answered(response, response.sdp()));
        }
    }

    private Optional<SipHop> pinned(WireResponse response) {
        return Drafts.sameTarget(response, call) ? call.nextHop() : Optional.empty();
    }

    @Override
    public void timedOut() {
        failed(408, "Request Timeout");
    }

    @Override
    public void unreachable() {
        failed(503, "Service Unavailable");
    }

    private void failed(int status, String phrase) {
        EndReason reason = ending;
        if (reason != null) {
            voice.ended(blamed, reason);
        } else {
            voice.say(new LegEvent.Rejected(Drafts.madeUp(invite, status, phrase)));
        }
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
            case "OPTIONS" -> inbound.reply(SipReply.of(200, "OK"), "", true);
            case "INFO" -> inbound.reply(200, "OK", "");
            case "BYE" -> inbound.reply(481, Phrases.of(481), "");
            case "INVITE", "UPDATE" -> inbound.reply(491, Phrases.of(491), "");
            default -> inbound.reply(405, Phrases.of(405), "");
        }
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
        }
    }

    @Override
    public boolean isWith(String remoteTag) {
        return conversation == null || conversation.isWith(remoteTag);
    }

    @Override
    public void abandon() {
        if (conversation != null) {
            conversation.abandon();
        } else if (sending != null) {
            sending.abandon();
        }
        voice.ended(Side.US, EndReason.of(503, 41, "The server is closing"));
    }
}
