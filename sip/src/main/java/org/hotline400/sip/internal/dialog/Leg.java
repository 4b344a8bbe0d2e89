package org.hotline400.sip.internal.dialog;

import java.util.function.Consumer;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.internal.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/// What a called and a calling leg have in common: verbs that go to the conversation at hand, and what arrives in it.
abstract sealed class Leg implements InDialog, Conversation.Owner permits CalledLeg, CallingLeg {

    final Endpoint endpoint;
    final String tag = Identity.mark();

    Leg(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /// The conversation that the verbs are for; null when there is none yet.
    abstract @Nullable Conversation current();

    /// Whether the INVITE was answered 2xx.
    abstract boolean isAnswered();

    /// Where it stands.
    abstract LegState state();

    @Override
    public String tag() {
        return tag;
    }

    public void end(EndReason reason) {
        endpoint.postLast(() -> finish(reason));
    }

    public void offer(String sdp) {
        talk(conversation -> conversation.offer(sdp));
    }

    public void answerOffer(String sdp) {
        talk(conversation -> conversation.answerOffer(sdp));
    }

    public void refuseOffer(int status, String phrase) {
        talk(conversation -> conversation.refuseOffer(status, phrase));
    }

    public void info(String contentType, String body) {
        talk(conversation -> conversation.info(contentType, body));
    }

    private void talk(Consumer<Conversation> verb) {
        endpoint.post(() -> {
            Conversation at = current();
            if (at != null) {
                verb.accept(at);
            }
        });
    }

    @Override
    public void acknowledged(WireRequest ack) {
        Conversation at = current();
        if (at != null && isAnswered()) {
            at.acknowledged(ack);
        }
    }

    /// The peer takes back a re-INVITE.
    void reinviteCancelled() {
        Conversation at = current();
        if (at != null) {
            at.refuseOffer(487, Phrases.of(487));
        }
    }
}
