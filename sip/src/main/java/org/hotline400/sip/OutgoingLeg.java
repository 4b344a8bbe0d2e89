package org.hotline400.sip;

/// A leg that we placed (we are the UAC, RFC 3261 §13.2). [SipLeg#end] before the answer cancels it: CANCEL is held
/// back until a provisional response came (§9.1), and a 2xx that crosses it is acknowledged and ended with BYE. Of a
/// forked call the first 2xx counts. A redirection (3xx) is a final answer: the stack never follows it.
public non-sealed interface OutgoingLeg extends SipLeg {}
