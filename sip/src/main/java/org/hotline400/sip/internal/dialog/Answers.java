package org.hotline400.sip.internal.dialog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.internal.transaction.OutboundRequest;
import org.hotline400.sip.internal.wire.CSeq;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.WireResponse;

/// The 2xx responses to one INVITE (RFC 3261 §13.2.2.4): each is acknowledged as often as it comes; one that is not
/// wanted, from a second fork or too late, is acknowledged and hung up.
final class Answers {

    private final Endpoint endpoint;
    private final Map<String, OutboundRequest> acks = new HashMap<>();

    Answers(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /// Acknowledges a 2xx that came before once more.
    ///
    /// @return false when none of its fork came yet
    boolean repeated(WireResponse response) {
        OutboundRequest known = acks.get(Inbound.tagOf(response.need(HeaderId.TO)));
        if (known != null) {
            endpoint.surroundings().outlet().send(known.hop(), known.bytes(), () -> {});
        }
        return known != null;
    }

    void acknowledge(WireResponse response, Dialog dialog) {
        long sequence = CSeq.parse(response.need(HeaderId.CSEQ)).number();
        endpoint.requests().withoutTransaction(dialog.ack(sequence, null), ack -> {
            acks.put(dialog.remoteTag(), ack);
            endpoint.surroundings().outlet().send(ack.hop(), ack.bytes(), () -> {});
        });
    }

    void decline(WireResponse response, Dialog dialog) {
        acknowledge(response, dialog);
        var reason = Reasons.header(EndReason.of(487, 26, "Answered elsewhere or too late"));
        endpoint.requests().send(dialog.request("BYE", List.of(reason), null), new Forgotten());
    }
}
