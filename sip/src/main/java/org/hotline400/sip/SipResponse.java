package org.hotline400.sip;

/// A response (RFC 3261 §7.2).
public non-sealed interface SipResponse extends SipMessage {

    /// 100..699.
    int status();

    /// The reason phrase; may be empty.
    String phrase();
}
