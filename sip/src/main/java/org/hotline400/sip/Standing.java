package org.hotline400.sip;

/// How well the application knows where a message came from.
public enum Standing {
    /// A trunk, or anything that an operator vouched for: never limited by itself, never banned. Only the totals of
    /// [SipLimits] and overload hold it up.
    TRUSTED,
    /// Somebody who proved who he is from there, such as a registered phone: limited, never banned.
    KNOWN,
    /// Anybody: limited, and banned for a while when he offends.
    STRANGER
}
