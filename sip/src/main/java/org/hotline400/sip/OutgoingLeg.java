package org.hotline400.sip;

/// A leg that we placed (we are the UAC, RFC 3261 §13.2). [SipLeg#end] before the answer cancels it: CANCEL is held
/// back until a provisional response came (§9.1), and a 2xx that crosses it is acknowledged and ended with BYE.
public non-sealed interface OutgoingLeg extends SipLeg {}
