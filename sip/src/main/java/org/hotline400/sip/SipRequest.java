package org.hotline400.sip;

/// A request (RFC 3261 §7.1).
public non-sealed interface SipRequest extends SipMessage {

    /// The method as written: INVITE, BYE…
    String method();

    SipUri uri();
}
