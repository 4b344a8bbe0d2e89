package org.hotline400.sip;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A request outside any dialog.
///
/// @param method OPTIONS, REGISTER, MESSAGE…
/// @param callId empty for a fresh one; a registration keeps its own (RFC 3261 §10.2)
/// @param patience after this long without a final response the result is 408; at most 64·T1 (32 s)
public record OutgoingRequest(
        String method,
        SipUri target,
        Optional<SipHop> nextHop,
        String from,
        String to,
        Optional<String> callId,
        List<SipHeader> headers,
        Optional<SipBody> body,
        Optional<SipAccount> account,
        Duration patience) {

    public OutgoingRequest {
        headers = List.copyOf(headers);
    }
}
