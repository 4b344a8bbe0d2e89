package org.hotline400.sip.internal.dialog;

import java.util.List;
import java.util.Optional;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.SipHeader;
import org.hotline400.sip.internal.transaction.Forgotten;
import org.hotline400.sip.internal.wire.CSeq;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/// The 2xx responses to one INVITE (RFC 3261 §13.2.2.4): each is acknowledged as often as it comes; one that is not
/// wanted, from a second fork or too late, is acknowledged and hung up.
final class Answers {

    /// Answers of more forks than these are not heard: whoever sends them ends them for want of an ACK, and we
    /// call nobody whom they name.
    private static final int MOST = Forks.MOST;

    private final Endpoint endpoint;
    /// Of the last one, as a chain: nearly always there is but one, and it is kept for long after the call.
    private @Nullable Acknowledgement last;

    private int count;

    Answers(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /// Those that [#written] wrote.
    static Answers read(Endpoint endpoint, List<byte[]> written) {
        var answers = new Answers(endpoint);
        answers.last = Acknowledgement.read(endpoint, written);
        answers.count = 1;
        return answers;
    }

    /// The one that nearly always is; empty when there are others.
    Optional<List<byte[]>> written() {
        return count == 1 && last != null ? last.written() : Optional.empty();
    }

    /// Sees to a 2xx that decides nothing any more: one that came before is acknowledged once more, one of too
    /// many forks is passed over.
    ///
    /// @return false when it is the first of its fork
    boolean settled(WireResponse response) {
        Acknowledgement known = of(Inbound.tagOf(response.need(HeaderId.TO)));
        if (known != null) {
            known.send();
        }
        return known != null || count >= MOST;
    }

    private @Nullable Acknowledgement of(String tag) {
        Acknowledgement each = last;
        while (each != null && !each.isOf(tag)) {
            each = each.before();
        }
        return each;
    }

    /// @param credentials those of the INVITE
    void acknowledge(WireResponse response, Dialog dialog, List<SipHeader> credentials) {
        long sequence = CSeq.parse(response.need(HeaderId.CSEQ)).number();
        var ack = new Acknowledgement(endpoint, dialog.remoteTag(), dialog.ack(sequence, credentials), last);
        last = ack;
        count++;
        ack.send();
    }

    /// @param credentials those of the INVITE
    void decline(WireResponse response, Dialog dialog, List<SipHeader> credentials) {
        acknowledge(response, dialog, credentials);
        var reason = Reasons.header(EndReason.of(487, 26, "Answered elsewhere or too late"));
        endpoint.requests().send(dialog.request("BYE", List.of(reason), null), new Forgotten());
    }
}
