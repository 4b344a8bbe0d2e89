package org.hotline400.sip.internal.dialog;

import java.util.List;
import org.hotline400.sip.SipHeader;
import org.hotline400.sip.internal.transaction.Forgotten;
import org.hotline400.sip.internal.wire.CSeq;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.WireResponse;

/// Acknowledges the reliable provisional responses of one early dialog, in their order (RFC 3262 §4).
final class Receipts {

    private final Endpoint endpoint;
    private long last = -1;

    Receipts(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /// What a provisional response is.
    enum Kind {
        /// It needs no acknowledgement.
        PLAIN,
        /// It came for the first time and in order; the PRACK is out.
        RELIABLE,
        /// It came before, or too early: it does not count.
        IGNORED
    }

    Kind take(WireResponse response, Dialog dialog) {
        long number = Numbers.read(response.header("RSeq").orElse("").strip());
        if (number < 0 || !Abilities.names(response, HeaderId.REQUIRE, "100rel")) {
            return Kind.PLAIN;
        }
        if (last >= 0 && number != last + 1) {
            return Kind.IGNORED;
        }
        last = number;
        CSeq invite = CSeq.parse(response.need(HeaderId.CSEQ));
        var acknowledgement = new SipHeader("RAck", number + " " + invite.number() + " INVITE");
        endpoint.requests().send(dialog.request("PRACK", List.of(acknowledgement), null), new Forgotten());
        return Kind.RELIABLE;
    }
}
