package org.hotline400.sip;

import java.util.Optional;

/// What can happen to a leg, as its listener hears it.
public sealed interface LegEvent {

    /// A provisional response to our INVITE other than 100: 180, 183… Its body, if SDP, announces early media.
    record Progress(SipResponse response) implements LegEvent {}

    /// Our INVITE (or re-INVITE) was answered 2xx; the ACK has been sent.
    record Answered(SipResponse response) implements LegEvent {}

    /// Our INVITE was finally refused, or timed out (408), or could not be sent (503). The leg is over.
    record Rejected(SipResponse response) implements LegEvent {}

    /// The ACK for our 2xx arrived: the incoming leg is established. `sdp` is present when the offer was in our 2xx
    /// (late offer).
    record Confirmed(Optional<String> sdp) implements LegEvent {}

    /// The peer sent a re-INVITE (or UPDATE) in the dialog. Answer with [SipLeg#answerOffer] or refuse it. `sdp` is
    /// empty when the peer wants the offer from us (RFC 3261 §14.2).
    record Offered(SipRequest request, Optional<String> sdp) implements LegEvent {}

    /// Our re-INVITE was refused; the session goes on as before.
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
