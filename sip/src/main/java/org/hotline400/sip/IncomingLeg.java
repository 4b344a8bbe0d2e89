package org.hotline400.sip;

/// A leg whose INVITE we received (we are the UAS, RFC 3261 §13.3).
public non-sealed interface IncomingLeg extends SipLeg {

    /// Where the INVITE came from: decides whether it is trusted.
    SipSource source();

    /// Sends a provisional response: 180 Ringing, 183 Session Progress. `reply.body()` may be SDP (early media).
    void progress(SipReply reply);

    /// Sends 200 OK with SDP, retransmitted until the ACK comes; without ACK in 64·T1 the stack sends BYE and the
    /// leg ends (RFC 3261 §13.3.1.4). `reply.status()` must be 2xx.
    void answer(SipReply reply);

    /// Sends a final 3xx–6xx response; the leg is over ([LegEvent.Ended] follows).
    void reject(SipReply reply);
}
