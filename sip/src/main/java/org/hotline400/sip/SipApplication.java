package org.hotline400.sip;

/// What the stack asks of the application. Called on the loop's thread: no method may block.
public interface SipApplication {

    /// A new call. `100 Trying` has been sent. Return the listener that gets its events; then, from any thread,
    /// progress, answer or reject the leg.
    LegListener onInvite(IncomingLeg leg);

    /// An INVITE outside any dialog that the stack refused by itself: malformed, or asking for what it cannot do (RFC
    /// 3261 §8.2). Only told, so that it can be noted; header fields may be missing, and `invite.uri()` may throw.
    default void onRefused(SipRequest invite, SipSource source, SipReply reply) {}

    /// How well the application knows this source: decides whether it may be limited and banned (see [SipLimits]).
    /// Asked for every request outside a dialog, so it only looks something up. By default everybody is trusted: a
    /// server on an open network says who is not.
    default Standing standing(SipSource source) {
        return Standing.TRUSTED;
    }

    /// How long a call that comes now will wait in the application before anything is done for it, in milliseconds. The
    /// stack turns new calls away with 503 so that it stays short. Asked at every turn of the loop.
    default long delay() {
        return 0;
    }

    /// A request outside any dialog that is not INVITE, ACK or CANCEL: REGISTER, OPTIONS, MESSAGE… The reply is
    /// sent as the final response.
    SipReply onRequest(SipRequest request, SipSource source);
}
