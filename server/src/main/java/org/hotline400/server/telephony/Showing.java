package org.hotline400.server.telephony;

import org.hotline400.sip.SipUri;

/// How a leg shows who calls (RFC 3325 §5, RFC 3323).
sealed interface Showing {

    /// To a carrier of ours: the true number in P-Asserted-Identity, a wish for privacy beside it.
    record Trusted() implements Showing {}

    /// The same, to a carrier that knows its customer by From: it carries the account that is registered there.
    record TrustedAs(SipUri account) implements Showing {}

    /// To a phone or an address outside: nobody who wants privacy is named at all.
    record Untrusted() implements Showing {}
}
