package org.hotline400.server.telephony;

import java.util.Optional;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.calls.IncomingCall;
import org.hotline400.sip.IncomingLeg;

/// A call that was let in.
///
/// @param caller who calls, as far as we vouch for it
/// @param inside what a phone of an enterprise calls in its own house; empty for a call to a 400 number
record Arrival(
        IncomingCall call, CallerIdentity caller, Optional<InsideCall> inside, IncomingLeg leg, CallSignals signals) {

    /// A call from phone to phone.
    record InsideCall(DeskPhone from, Target.Extension to) {}
}
