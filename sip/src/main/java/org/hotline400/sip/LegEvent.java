package org.hotline400.sip;

import java.util.Optional;

/// What can happen to a leg, as its listener hears it.
public sealed interface LegEvent {

    /// A provisional response to our INVITE other than 100: 180, 183… Its body, if SDP, announces early media. Forks
    /// of the call (RFC 3261 §12.1.2) are told apart by the To tag.
    record Progress(SipResponse response) implements LegEvent {}

    /// Our INVITE was answered 2xx; the ACK has been sent.
    ///
    /// @param sdp the peer's description that holds now: what a reliable provisional response (RFC 3262 §5) or
    ///     an early UPDATE has settled, whatever the response repeats (RFC 3261 §13.2.1), else that of the
    ///     response
    record Answered(SipResponse response, Optional<String> sdp) implements LegEvent {}

    /// Our INVITE was finally refused, or timed out (408), or could not be sent (503). The leg is over.
    record Rejected(SipResponse response) implements LegEvent {}

    /// The ACK for our 2xx arrived: the incoming leg is established. `sdp` is present when the offer was in our 2xx
    /// (late offer).
    record Confirmed(Optional<String> sdp) implements LegEvent {}

    /// The peer offers another session inside the dialog, be it early or established: by re-INVITE, UPDATE (RFC 3311)
    /// or PRACK (RFC 3262 §5). Answer with [SipLeg#answerOffer] or refuse it. `sdp` is empty when a re-INVITE wants
    /// the offer from us (RFC 3261 §14.2).
    record Offered(SipRequest request, Optional<String> sdp) implements LegEvent {}

    /// An offer of ours other than that of the first INVITE was answered. `message` holds the answer: the 2xx to our
    /// re-INVITE or UPDATE, or the PRACK for a reliable provisional response with our offer. Without
    /// [SipLeg#offer] it is heard as well, when the stack has refreshed the session by re-INVITE.
    record OfferAnswered(SipMessage message) implements LegEvent {}

    /// Our re-INVITE or UPDATE was refused; the session goes on as before.
    record OfferRefused(int status, String phrase) implements LegEvent {}

    /// The peer sent INFO; it has been answered 200.
    record Informed(String contentType, String body) implements LegEvent {}

    /// The leg is over. After this nothing else is heard of it.
    record Ended(Side by, EndReason reason) implements LegEvent {}

    /// Who ended a leg.
    enum Side {
        /// The peer: BYE or CANCEL.
        PEER,
        /// We: [SipLeg#end], [IncomingLeg#reject].
        US,
        /// Nobody: a timer ran out (no ACK, no answer to a BYE or re-INVITE) or the transport broke.
        NETWORK
    }
}
