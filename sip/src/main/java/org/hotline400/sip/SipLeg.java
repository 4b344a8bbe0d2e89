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

    /// Offers another session inside the dialog: by UPDATE while the call is early (RFC 3311), by re-INVITE once it
    /// is established. What becomes of it arrives as [LegEvent.OfferAnswered] or [LegEvent.OfferRefused]. One at a
    /// time: an offer that cannot go yet waits (another is open, the early session is not agreed on, the peer does
    /// not know UPDATE), and a newer one takes its place. Glare (491, RFC 3261 §14.1) and Retry-After are seen to
    /// by the stack.
    void offer(String sdp);

    /// Answers a [LegEvent.Offered]; within 32·T1 (16 s), else the stack refuses it with 500.
    void answerOffer(String sdp);

    /// Refuses a [LegEvent.Offered] with a final response such as 488; the session goes on as it was. An offer in a
    /// PRACK cannot be refused so (RFC 3262 §3): there each stream is refused.
    void refuseOffer(int status, String phrase);

    /// Sends INFO inside the dialog (RFC 6086), such as `application/dtmf-relay`.
    void info(String contentType, String body);
}
