package org.hotline400.sip.internal.transport;

import org.hotline400.sip.internal.wire.CSeq;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.MessageParser;
import org.hotline400.sip.internal.wire.Parsed;
import org.hotline400.sip.internal.wire.WireResponse;

/// Reads from what is sent to somebody whether they are taken for more than a stranger.
final class Proof {

    private Proof() {}

    /// A request of ours, a REGISTER that was accepted, or a call that rings or was answered. A 100 says nothing.
    static boolean isIn(byte[] message) {
        return switch (MessageParser.parse(message)) {
            case Parsed.Request _ -> true;
            case Parsed.Response parsed -> isIn(parsed.response());
            case Parsed.Malformed _ -> false;
        };
    }

    private static boolean isIn(WireResponse response) {
        String sequence = response.first(HeaderId.CSEQ);
        if (sequence == null || response.status() <= 100 || response.status() >= 300) {
            return false;
        }
        String method = CSeq.parse(sequence).method();
        return method.equals("INVITE") || (method.equals("REGISTER") && response.status() >= 200);
    }
}
