package org.hotline400.sip;

import java.util.List;
import java.util.Optional;

/// A call to place.
///
/// @param target the Request-URI
/// @param nextHop where to send it; empty to resolve the first Route, else `target` itself
/// @param from the From header's value without tag, such as `"Alice" <sip:13800138000@host>`
/// @param to the To header's value without tag
/// @param headers further header fields: P-Asserted-Identity, Diversion, History-Info…; Route headers among them are
///     the route set, loose routers all
/// @param sdp the offer
/// @param account credentials for a challenge, or empty
/// @param maxForwards 1..255: the received value less one when relaying, else 70 (RFC 3261 §8.1.1.6)
public record OutgoingCall(
        SipUri target,
        Optional<SipHop> nextHop,
        String from,
        String to,
        List<SipHeader> headers,
        String sdp,
        Optional<SipAccount> account,
        int maxForwards) {

    public OutgoingCall {
        headers = List.copyOf(headers);
        if (maxForwards < 1 || maxForwards > 255) {
            throw new IllegalArgumentException("maxForwards must be 1..255, was " + maxForwards);
        }
    }
}
