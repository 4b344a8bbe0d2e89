package org.hotline400.sip.internal.dialog;

import org.hotline400.sip.SipHop;
import org.hotline400.sip.Transport;

/// A hop that was found for a URI.
///
/// @param byDefault whether nobody asked for its transport: then a long request may take TCP instead of UDP
record Way(SipHop hop, boolean byDefault) {

    /// The same way over TCP, for a request too long for UDP (RFC 3261 §18.1.1).
    Way overTcp() {
        return new Way(new SipHop(Transport.TCP, hop.address()), false);
    }

    boolean mayTurnToTcp() {
        return byDefault && hop.transport() == Transport.UDP;
    }
}
