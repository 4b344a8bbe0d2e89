package org.hotline400.sip.internal.dialog;

import java.time.Duration;
import java.util.Optional;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.internal.timing.Timer;
import org.hotline400.sip.internal.wire.HeaderId;
import org.jspecify.annotations.Nullable;

/// Our provisional responses to one INVITE: which go reliably (RFC 3262 §3), and that the last is said again from time
/// to time.
final class Progression {

    /// So often, lest a proxy thinks the call dead (RFC 3261 §13.3.1.1).
    private static final long REMINDER = Duration.ofMinutes(1).toMillis();

    private final Endpoint endpoint;
    private final Inbound invite;
    private final String tag;
    private final Conversation talk;
    private final ReliableProvisionals reliable;
    private final boolean required;
    private final boolean supported;
    private @Nullable SipReply last;
    private Timer reminder = Timer.NONE;

    /// @param unacknowledged runs when no PRACK came in time
    Progression(Endpoint endpoint, Inbound invite, String tag, Conversation talk, Runnable unacknowledged) {
        this.endpoint = endpoint;
        this.invite = invite;
        this.tag = tag;
        this.talk = talk;
        this.required = Abilities.names(invite.request(), HeaderId.REQUIRE, "100rel");
        this.supported = required || Abilities.names(invite.request(), HeaderId.SUPPORTED, "100rel");
        this.reliable = new ReliableProvisionals(endpoint.surroundings(), invite, tag, unacknowledged);
    }

    void say(SipReply reply) {
        boolean described = reply.sdp().isPresent();
        boolean offers = described && talk.exchange().idle() && talk.exchange().rounds() == 0;
        boolean early = endpoint.sessions().reliableEarlyMedia() || offers;
        if (required || (supported && described && early)) {
            last = reply.withoutBody();
            sendReliably(reply, offers);
        } else {
            // An unreliable response cannot carry an offer (RFC 3261 §13.2.1).
            last = offers ? reply.withoutBody() : reply;
            invite.reply(last, tag, true);
        }
        talk.toldPeer();
        remind();
    }

    private void sendReliably(SipReply reply, boolean offers) {
        if (offers) {
            reply.sdp().ifPresent(talk.exchange()::weOffered);
        }
        reliable.send(reply);
    }

    private void remind() {
        reminder.cancel();
        reminder = endpoint.surroundings().timers().after(REMINDER, () -> {
            if (last != null) {
                say(last);
            }
        });
    }

    /// Whether nothing has been said yet.
    boolean isSilent() {
        return last == null;
    }

    /// Whether a PRACK is awaited.
    boolean isUnacknowledged() {
        return reliable.isOutstanding();
    }

    boolean holdsAnswer() {
        return reliable.holdAnswer();
    }

    /// Takes a PRACK; the answer to the INVITE's offer counts as given when it is acknowledged.
    ///
    /// @return false for a PRACK that nothing waits for
    boolean acknowledged(String acknowledgement) {
        Optional<SipReply> sent = reliable.acknowledged(acknowledgement);
        if (talk.exchange().open() == Exchange.Open.THEIRS && !talk.offerOpen()) {
            sent.flatMap(SipReply::sdp).ifPresent(talk.exchange()::weAnswered);
        }
        return sent.isPresent();
    }

    void next() {
        reliable.next();
    }

    void stop() {
        reliable.stop();
        reminder.cancel();
    }
}
