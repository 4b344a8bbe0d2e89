package org.hotline400.sip;

import java.util.List;
import java.util.Optional;

/// A SIP message as received or sent. Header names are matched without case, and a compact form equals its long one
/// (RFC 3261 §7.3.3).
public sealed interface SipMessage permits SipRequest, SipResponse {

    /// The first value of this header, unfolded and trimmed; empty when absent.
    Optional<String> header(String name);

    /// All values of this header in order. Comma-separated lists are split for headers whose grammar is a list
    /// (Via, Route, Record-Route, Contact, Diversion, History-Info…), never inside quotes or angle brackets.
    List<String> headers(String name);

    /// The body with its Content-Type, empty when Content-Length is 0.
    Optional<SipBody> body();

    /// The whole message as text.
    String text();

    /// The Call-ID.
    default String callId() {
        return header("Call-ID").orElse("");
    }

    /// The body when it is SDP.
    default Optional<String> sdp() {
        return body().filter(body ->
                        body.contentType().toLowerCase(java.util.Locale.ROOT).startsWith("application/sdp"))
                .map(SipBody::text);
    }
}
