package org.hotline400.sip;

/// What the stack asks of the application. Called on the loop's thread: neither method may block.
public interface SipApplication {

    /// A new call. `100 Trying` has been sent. Return the listener that gets its events; then, from any thread,
    /// progress, answer or reject the leg.
    LegListener onInvite(IncomingLeg leg);

    /// A request outside any dialog that is not INVITE, ACK or CANCEL: REGISTER, OPTIONS, MESSAGE… The reply is
    /// sent as the final response.
    SipReply onRequest(SipRequest request, SipSource source);
}
