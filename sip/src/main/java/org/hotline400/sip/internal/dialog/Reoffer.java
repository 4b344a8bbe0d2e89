package org.hotline400.sip.internal.dialog;

import java.util.List;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.SipBody;
import org.hotline400.sip.SipHeader;
import org.hotline400.sip.internal.timing.Timer;
import org.hotline400.sip.internal.transaction.ClientUser;
import org.hotline400.sip.internal.transaction.Forgotten;
import org.hotline400.sip.internal.transaction.OutboundRequest;
import org.hotline400.sip.internal.wire.CSeq;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/// One re-INVITE or UPDATE of ours under way. The 2xx to a re-INVITE is acknowledged as often as it comes; one that
/// stays without final response is cancelled, and given up when that does not help.
final class Reoffer implements ClientUser {

    private final Endpoint endpoint;
    private final Dialog dialog;
    private final Reoffers reoffers;
    private final String method;
    private final @Nullable String sdp;
    private final boolean asked;
    private Requests.@Nullable Sending sending;
    private @Nullable Acknowledgement ack;
    private boolean decided;
    private boolean timed;
    private Timer deadline = Timer.NONE;

    /// @param sdp the offer; null for a refresh by UPDATE
    /// @param asked whether the application wanted it; else it refreshes the session
    Reoffer(Endpoint endpoint, Dialog dialog, Reoffers reoffers, String method, @Nullable String sdp, boolean asked) {
        this.endpoint = endpoint;
        this.dialog = dialog;
        this.reoffers = reoffers;
        this.method = method;
        this.sdp = sdp;
        this.asked = asked;
    }

    boolean isInvite() {
        return method.equals("INVITE");
    }

    @Nullable
    String sdp() {
        return sdp;
    }

    boolean asked() {
        return asked;
    }

    /// Whether it carried the session timer.
    boolean timed() {
        return timed;
    }

    /// @param headers the session timer; empty when there is none yet
    void send(List<SipHeader> headers) {
        timed = !headers.isEmpty();
        if (isInvite()) {
            deadline = after(2 * endpoint.surroundings().patience(), this::cancel);
        }
        SipBody body = sdp == null ? null : SipBody.sdp(sdp);
        sending = endpoint.requests().send(dialog.request(method, headers, body), this);
    }

    private Timer after(long milliseconds, Runnable task) {
        return endpoint.surroundings().timers().after(milliseconds, task);
    }

    private void cancel() {
        OutboundRequest sent = sending == null ? null : sending.cancellable();
        if (sent != null) {
            var cancel = new OutboundRequest(sent.head().cancel(), List.of(), null, sent.hop());
            endpoint.requests().send(cancel, new Forgotten());
        }
        deadline = after(endpoint.surroundings().patience(), this::giveUp);
    }

    private void giveUp() {
        if (sending != null) {
            sending.abandon();
        }
        timedOut();
    }

    /// The call is over: the peer has a last chance to answer, so that our transaction can end as it should.
    void hurry() {
        if (isInvite() && !decided) {
            deadline.cancel();
            deadline = after(endpoint.surroundings().patience(), this::giveUp);
        }
        if (sending != null) {
            sending.stop();
        }
    }

    @Override
    public void answered(WireResponse response) {
        if (response.status() < 200) {
            return;
        }
        if (response.status() < 300 && isInvite()) {
            acknowledge(response);
        }
        if (!decided) {
            decided = true;
            deadline.cancel();
            if (response.status() < 300) {
                reoffers.accepted(this, response);
            } else {
                reoffers.refused(this, response);
            }
        }
    }

    private void acknowledge(WireResponse response) {
        if (ack == null && !decided) {
            dialog.refreshTarget(response);
            long sequence = CSeq.parse(response.need(HeaderId.CSEQ)).number();
            ack = new Acknowledgement(
                    endpoint, dialog.ack(sequence, sending == null ? List.of() : sending.credentials()));
        }
        if (ack != null) {
            ack.send();
        }
    }

    @Override
    public void timedOut() {
        lost(EndReason.of(408, 102, "No answer to our " + name()));
    }

    @Override
    public void unreachable() {
        lost(EndReason.of(503, 38, "Our " + name() + " could not be sent"));
    }

    private String name() {
        return isInvite() ? "re-INVITE" : method;
    }

    private void lost(EndReason reason) {
        if (!decided) {
            decided = true;
            deadline.cancel();
            reoffers.lost(this, reason);
        }
    }
}
