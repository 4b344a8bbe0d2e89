package org.hotline400.sip;

/// One side of a call: the dialog between this stack and one peer. The verbs may be called from any thread; one
/// that comes too late (the peer was faster) does nothing, and the listener hears what really happened.
public sealed interface SipLeg permits IncomingLeg, OutgoingLeg {

    /// The SIP Call-ID. An attribute of the leg: calls have ids of their own.
    String callId();

    /// The INVITE as it was received or first sent.
    SipRequest invite();

    /// Ends the leg in the way its state asks for: BYE when established, CANCEL when we are calling, a final
    /// response when we are called and have not answered. `reason` becomes the Reason header (RFC 3326) and, for an
    /// unanswered incoming leg, the status code. Idempotent.
    void end(EndReason reason);

    /// Sends a re-INVITE with this offer inside the established dialog; the answer arrives as [LegEvent.Answered]
    /// or [LegEvent.OfferRefused]. Glare (491) is retried by the stack (RFC 3261 §14.1).
    void offer(String sdp);

    /// Answers a [LegEvent.Offered].
    void answerOffer(String sdp);

    /// Refuses a [LegEvent.Offered] with a final response such as 488; the session goes on as it was.
    void refuseOffer(int status, String phrase);

    /// Sends INFO inside the dialog (RFC 6086), such as `application/dtmf-relay`.
    void info(String contentType, String body);
}
