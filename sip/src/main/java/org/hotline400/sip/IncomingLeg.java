package org.hotline400.sip;

/// A leg whose INVITE we received (we are the UAS, RFC 3261 §13.3).
public non-sealed interface IncomingLeg extends SipLeg {

    /// Where the INVITE came from: decides whether it is trusted.
    SipSource source();

    /// Says that the INVITE proved who sent it. Whatever the call is answered then, its source did not guess a
    /// password (see [SipLimits]); without this word a 403 to an INVITE with credentials counts as a guess.
    void proved();

    /// Sends a provisional response: 180 Ringing, 183 Session Progress; said again each minute (RFC 3261
    /// §13.3.1.1). `reply.body()` may be SDP (early media): it goes reliably (RFC 3262) to a caller that supports
    /// 100rel, unless [SipSessions#reliableEarlyMedia] says otherwise; a caller that requires 100rel gets all of
    /// them so. One waits for the PRACK of the other, and without PRACK in 64·T1 the call is refused with 504. To
    /// an INVITE without offer the SDP is our offer: it needs 100rel and is left out without; its answer is
    /// [LegEvent.OfferAnswered].
    void progress(SipReply reply);

    /// Sends 200 OK with SDP as soon as no PRACK for an SDP and no offer of the caller is outstanding, retransmitted
    /// until the ACK comes; without ACK in 64·T1 the stack sends BYE and the leg ends (RFC 3261 §13.3.1.4).
    /// `reply.status()` must be 2xx.
    void answer(SipReply reply);

    /// Sends a final 3xx–6xx response; the leg is over ([LegEvent.Ended] follows).
    void reject(SipReply reply);
}
