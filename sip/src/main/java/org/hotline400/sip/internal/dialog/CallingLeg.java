package org.hotline400.sip.internal.dialog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.LegEvent;
import org.hotline400.sip.LegEvent.Side;
import org.hotline400.sip.LegListener;
import org.hotline400.sip.OutgoingCall;
import org.hotline400.sip.OutgoingLeg;
import org.hotline400.sip.SipHeader;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipRequest;
import org.hotline400.sip.internal.timing.Timer;
import org.hotline400.sip.internal.transaction.ClientUser;
import org.hotline400.sip.internal.transaction.Forgotten;
import org.hotline400.sip.internal.transaction.OutboundRequest;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.WireRequest;
import org.hotline400.sip.internal.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/// A call that we place (RFC 3261 §13.2).
public final class CallingLeg extends Leg implements OutgoingLeg, ClientUser {

    /// An INVITE that rings on without end is cancelled after this time.
    private static final long LONGEST_RINGING = Duration.ofMinutes(3).toMillis();

    private final OutgoingCall call;
    private final String callId = Identity.callId();
    private final LegVoice voice;
    private final Supplier<WireRequest> invite;
    private final Draft draft;
    private final Forks forks = new Forks();
    private final Answers answers;
    private Requests.@Nullable Sending sending;
    private @Nullable Conversation conversation;
    private @Nullable EndReason ending;
    private Side blamed = Side.US;
    private @Nullable String unsent;
    private boolean cancelSent;
    private Timer deadline = Timer.NONE;

    public CallingLeg(Endpoint endpoint, OutgoingCall call, LegListener listener) {
        super(endpoint);
        this.call = call;
        this.voice = new LegVoice(callId, listener, this::forget);
        this.answers = new Answers(endpoint);
        this.draft = Drafts.invite(call, callId, tag, endpoint.sessions());
        this.invite = () -> Drafts.preview(draft, endpoint.requests().identity());
    }

    private void forget() {
        forks.dropAllBut(conversation);
        endpoint.remove(tag);
        if (!cancelSent) {
            deadline.cancel();
        }
    }

    /// Nobody else can answer: what was sent is not needed any more, and what still comes are repetitions.
    private void leaveToLatecomers(Requests.Sending sent) {
        sent.leaveTo(new Latecomers(
                answers,
                call.target().host(),
                call.target().port(),
                call.nextHop(),
                call.account(),
                sent.credentials()));
        sending = null;
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

    /// The loop does not take the call: its listener is told, from a thread of its own, and nothing else is
    /// touched.
    public void notPlaced() {
        voice.disown();
        Thread.ofVirtual().name("sip-not-placed").start(() -> failed(503, "Service Unavailable"));
    }

    private void rangTooLong() {
        blamed = Side.NETWORK;
        finish(EndReason.of(408, 19, "Nobody answered in time"));
    }

    @Override
    @Nullable
    Conversation current() {
        if (conversation != null) {
            return conversation;
        }
        return ending == null ? forks.current() : null;
    }

    @Override
    boolean isAnswered() {
        return conversation != null;
    }

    @Override
    LegState state() {
        Conversation talk = current();
        if (voice.ended()) {
            return LegState.ENDED;
        } else if (conversation == null && ending != null) {
            return LegState.CANCELLED;
        } else if (talk != null) {
            return talk.state();
        }
        return sending != null && sending.cancellable() != null ? LegState.PROCEEDING : LegState.CALLING;
    }

    @Override
    public String callId() {
        return callId;
    }

    @Override
    public SipRequest invite() {
        return invite.get();
    }

    /// Before anybody was heard, the offer waits for whoever answers.
    @Override
    public void offer(String sdp) {
        endpoint.post(() -> {
            Conversation talk = current();
            if (talk == null) {
                unsent = sdp;
            } else {
                talk.offer(sdp);
            }
        });
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
        endpoint.requests().send(cancel, new Forgotten());
        // Without a final response in 64·T1 the call counts as cancelled; a 2xx that comes still later is hung up.
        deadline.cancel();
        deadline = endpoint.surroundings()
                .timers()
                .after(endpoint.surroundings().patience(), () -> cancelUnanswered(reason));
    }

    private void cancelUnanswered(EndReason reason) {
        deadline =
                endpoint.surroundings().timers().after(endpoint.surroundings().patience(), this::abandonInvite);
        voice.ended(blamed, reason);
    }

    private void abandonInvite() {
        if (sending != null) {
            sending.abandon();
        }
    }

    @Override
    public void answered(WireResponse response) {
        if (response.status() < 200) {
            provisional(response);
        } else {
            deadline.cancel();
            if (response.status() < 300) {
                accepted(response);
            } else {
                refused(response);
            }
        }
    }

    private void provisional(WireResponse response) {
        cancelIfHeard();
        if (response.status() == 100 || voice.ended()) {
            return;
        }
        Optional<Forks.Fork> fork = forks.at(response, this::fork);
        boolean news = fork.isEmpty() || isNews(response, fork.get());
        if (news && ending == null) {
            voice.say(new LegEvent.Progress(response));
            fork.ifPresent(heard -> heard.talk().goOn());
        }
    }

    private Forks.Fork fork(WireResponse response) {
        return new Forks.Fork(converse(response), new Receipts(endpoint));
    }

    private Conversation converse(WireResponse response) {
        var dialog = Dialog.calling(response, pinned(response), call.account());
        var talk = new Conversation(endpoint, dialog, voice, this, true);
        talk.exchange().weOffered(call.sdp());
        return talk;
    }

    /// Whether the application is told of a provisional response: not of one that came before, nor of the end of a
    /// single fork (RFC 6228).
    private boolean isNews(WireResponse response, Forks.Fork fork) {
        Conversation talk = fork.talk();
        Receipts.Kind kind =
                talk.isOver() ? Receipts.Kind.PLAIN : fork.receipts().take(response, talk.dialog());
        if (response.status() == 199) {
            drop(talk);
            return false;
        }
        talk.dialog().learn(response);
        boolean answers = kind == Receipts.Kind.RELIABLE
                && talk.exchange().rounds() == 0
                && response.sdp().isPresent();
        if (answers) {
            talk.exchange().theyAnswered(response.sdp().orElse(null));
        }
        return kind != Receipts.Kind.IGNORED;
    }

    /// A fork has come to nothing; an offer of ours waits for the next.
    private void drop(Conversation talk) {
        String left = talk.unansweredOffer();
        unsent = left == null ? unsent : left;
        talk.drop();
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
        if (answers.settled(response)) {
            return;
        }
        Conversation known = forks.withTag(Inbound.tagOf(response.need(HeaderId.TO)));
        Conversation talk = known == null ? converse(response) : known;
        talk.dialog().confirm(response, pinned(response));
        if (voice.ended() || conversation != null || talk.isOver()) {
            // A second fork, or later than we were willing to wait (RFC 3261 §13.2.2.4).
            answers.decline(response, talk.dialog(), credentials());
        } else {
            answers.acknowledge(response, talk.dialog(), credentials());
            begin(talk, response);
        }
    }

    private List<SipHeader> credentials() {
        return sending == null ? List.of() : sending.credentials();
    }

    private void begin(Conversation talk, WireResponse response) {
        conversation = talk;
        Optional<String> waiting = forks.dropAllBut(talk).or(() -> Optional.ofNullable(unsent));
        if (sending != null && forks.areOnly(talk)) {
            leaveToLatecomers(sending);
        }
        Optional<String> holds = talk.confirm(response);
        EndReason reason = ending;
        if (reason != null) {
            talk.finish(reason);
            return;
        }
        voice.say(new LegEvent.Answered(response, holds));
        waiting.ifPresent(talk::offer);
        talk.goOn();
    }

    private Optional<SipHop> pinned(WireResponse response) {
        return Drafts.pinned(response, call.target().host(), call.target().port(), call.nextHop());
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
        deadline.cancel();
        EndReason reason = ending;
        if (reason != null) {
            voice.ended(blamed, reason);
        } else {
            voice.say(new LegEvent.Rejected(Drafts.madeUp(invite.get(), status, phrase)));
        }
    }

    @Override
    public void request(Inbound inbound) {
        Conversation talk = conversation == null
                ? forks.withTag(Inbound.tagOf(inbound.request().need(HeaderId.FROM)))
                : conversation;
        if (talk == null) {
            inbound.reply(481, Phrases.of(481), "");
        } else {
            talk.request(inbound);
        }
    }

    /// A callee should not say BYE to an early dialog (RFC 3261 §15); one that does has ended it, as with 199.
    @Override
    public void endedEarly(Conversation talk, EndReason said) {
        drop(talk);
    }

    /// Nothing of ours is to be acknowledged by a callee.
    @Override
    public void acknowledged(Inbound prack) {
        prack.reply(481, Phrases.of(481), "");
    }

    @Override
    public void offerSettled() {}

    @Override
    public boolean refusesOffers() {
        return ending != null || forks.offerOpen();
    }

    @Override
    public void cancelled(WireRequest cancel) {
        reinviteCancelled();
    }

    @Override
    public boolean isWith(String remoteTag) {
        return conversation == null ? forks.withTag(remoteTag) != null : conversation.isWith(remoteTag);
    }

    @Override
    public void abandon() {
        if (conversation != null) {
            conversation.abandon();
        } else {
            abandonInvite();
        }
        deadline.cancel();
        voice.ended(Side.US, EndReason.of(503, 41, "The server is closing"));
    }
}
