package org.hotline400.sip.internal.dialog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.IncomingLeg;
import org.hotline400.sip.LegEvent;
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
public final class CalledLeg extends Leg implements IncomingLeg {

    /// So long the application may leave a call unanswered.
    private static final long LONGEST_WAIT = Duration.ofMinutes(10).toMillis();

    private final WireRequest invite;
    private final SipSource source;
    private final LegVoice voice;
    private final Conversation talk;
    /// Null when the INVITE has its final response and no PRACK is awaited: with it goes the INVITE's way back.
    private @Nullable Progression progression;
    private @Nullable Inbound pending;
    private @Nullable SipReply heldAnswer;
    private boolean proved;
    private Timer deadline;

    /// Registers the leg; its listener is given by [#listener] before anything else happens on the loop.
    public CalledLeg(Endpoint endpoint, Inbound inbound) {
        super(endpoint);
        this.invite = inbound.request();
        this.source = inbound.source();
        this.pending = inbound;
        this.voice = new LegVoice(callId(), event -> {}, this::forget);
        var dialog = Dialog.called(invite, tag, Nat.hopBehind(inbound));
        this.talk = new Conversation(endpoint, dialog, voice, this, false);
        invite.sdp().ifPresent(talk.exchange()::theyOffered);
        this.progression = new Progression(endpoint, inbound, tag, talk, this::neverAcknowledged);
        this.deadline = endpoint.surroundings().timers().after(LONGEST_WAIT, this::neverAnswered);
        endpoint.add(tag, this);
    }

    public void listener(LegListener listener) {
        voice.listener(listener);
    }

    private void forget() {
        decided();
        endpoint.remove(tag);
    }

    /// The INVITE has its final response.
    private void decided() {
        pending = null;
        heldAnswer = null;
        deadline.cancel();
        Progression said = progression;
        if (said != null) {
            said.stop();
            progression = said.isUnacknowledged() ? said : null;
        }
    }

    @Override
    Conversation current() {
        return talk;
    }

    @Override
    boolean isAnswered() {
        return !talk.isEarly();
    }

    @Override
    LegState state() {
        if (voice.ended()) {
            return LegState.ENDED;
        } else if (heldAnswer != null) {
            return LegState.ANSWER_HELD;
        }
        Progression heard = progression;
        if (heard == null || !talk.isEarly()) {
            return talk.state();
        } else if (heard.isUnacknowledged()) {
            return LegState.UNACKNOWLEDGED;
        }
        return heard.isSilent() ? LegState.WAITING : talk.state();
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
    public void proved() {
        endpoint.post(() -> {
            if (pending != null && !proved) {
                proved = true;
                endpoint.proved(source);
            }
        });
    }

    /// A source that has proved itself is not judged by how we answer it.
    private void tell(Inbound inbound, SipReply reply) {
        if (!proved) {
            endpoint.answered(inbound, reply);
        }
    }

    @Override
    public void progress(SipReply reply) {
        if (reply.status() >= 200) {
            throw new IllegalArgumentException("progress needs a status 101..199, was " + reply.status());
        }
        endpoint.post(() -> {
            if (progression != null && pending != null && heldAnswer == null) {
                progression.say(reply);
            }
        });
    }

    @Override
    public void answer(SipReply reply) {
        if (reply.status() < 200 || reply.status() > 299) {
            throw new IllegalArgumentException("answer needs a status 200..299, was " + reply.status());
        }
        endpoint.post(() -> {
            if (pending != null && heldAnswer == null) {
                heldAnswer = reply;
                answerIfFree();
            }
        });
    }

    /// The 2xx waits for the PRACK of a reliable session description (RFC 3262 §3) and for an open offer's answer.
    private void answerIfFree() {
        SipReply reply = heldAnswer;
        Inbound inbound = pending;
        Progression said = progression;
        boolean waits = talk.offerOpen() || (said != null && said.holdsAnswer());
        if (reply != null && inbound != null && !waits) {
            decided();
            tell(inbound, reply);
            talk.accept(inbound, reply, tag);
        }
    }

    @Override
    public void reject(SipReply reply) {
        if (reply.status() < 300) {
            throw new IllegalArgumentException("reject needs a status 300..699, was " + reply.status());
        }
        endpoint.postLast(() -> {
            EndReason reason = new EndReason(
                    reply.status(), OptionalInt.empty(), reply.phrase().isBlank() ? "Rejected" : reply.phrase());
            rejectNow(reply, Side.US, reason);
        });
    }

    private void rejectNow(SipReply reply, Side by, EndReason reason) {
        Inbound inbound = pending;
        if (inbound != null) {
            decided();
            talk.drop();
            if (by == Side.US) {
                tell(inbound, reply);
            }
            inbound.reply(reply, tag, false);
            voice.ended(by, reason);
        }
    }

    private void neverAnswered() {
        EndReason reason = EndReason.of(480, 19, "Nobody answered in time");
        rejectNow(SipReply.of(480, Phrases.of(480)), Side.NETWORK, reason);
    }

    private void neverAcknowledged() {
        EndReason reason = EndReason.of(504, 102, "No PRACK for our provisional response");
        rejectNow(SipReply.of(504, Phrases.of(504)), Side.NETWORK, reason);
    }

    @Override
    public void finish(EndReason reason) {
        if (isAnswered()) {
            talk.finish(reason);
            return;
        }
        int status = reason.status() >= 300 ? reason.status() : 480;
        var reply = new SipReply(status, Phrases.of(status), List.of(Reasons.header(reason)), Optional.empty());
        rejectNow(reply, Side.US, reason);
    }

    @Override
    public void request(Inbound inbound) {
        talk.request(inbound);
    }

    /// A caller may end an early dialog with BYE (RFC 3261 §15).
    @Override
    public void endedEarly(Conversation which, EndReason said) {
        EndReason reason = said.status() == 200 ? new EndReason(487, said.q850(), said.text()) : said;
        rejectNow(SipReply.of(487, Phrases.of(487)), Side.PEER, reason);
    }

    @Override
    public void acknowledged(Inbound prack) {
        Progression waiting = progression;
        boolean awaited = waiting != null
                && waiting.acknowledged(prack.request().header("RAck").orElse(""));
        if (waiting == null || !awaited) {
            prack.reply(481, Phrases.of(481), "");
            return;
        }
        Optional<String> described = prack.request().sdp();
        boolean answersUs = talk.exchange().open() == Exchange.Open.OURS;
        if (described.isPresent() && !answersUs) {
            talk.offered(prack);
        } else {
            prack.reply(200, Phrases.of(200), "");
        }
        if (answersUs && described.isPresent()) {
            talk.exchange().theyAnswered(described.get());
            voice.say(new LegEvent.OfferAnswered(prack.request()));
        }
        waiting.next();
        answerIfFree();
        talk.goOn();
    }

    @Override
    public void offerSettled() {
        answerIfFree();
    }

    @Override
    public boolean refusesOffers() {
        return talk.offerOpen();
    }

    @Override
    public void cancelled(WireRequest cancel) {
        if (isAnswered()) {
            reinviteCancelled();
            return;
        }
        EndReason reason = Reasons.read(cancel, 487, OptionalInt.of(16), "The caller cancelled");
        rejectNow(SipReply.of(487, Phrases.of(487)), Side.PEER, reason);
    }

    @Override
    public boolean isWith(String remoteTag) {
        return talk.isWith(remoteTag);
    }

    @Override
    public void abandon() {
        talk.abandon();
        voice.ended(Side.US, EndReason.of(503, 41, "The server is closing"));
    }
}
