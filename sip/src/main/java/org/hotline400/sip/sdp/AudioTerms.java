package org.hotline400.sip.sdp;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// What offer and answer agreed on, seen from our side: all that the media engine needs.
///
/// @param remote where the peer wants to receive RTP
/// @param control where it wants to receive RTCP, when it said so; else the port above
/// @param codec the format both sides send
/// @param sendEvents payload type to send RFC 4733 telephone events with (the peer's number), empty when the
///     peer has none
/// @param receiveEvents payload type the peer sends telephone events with (our number), empty when not agreed
/// @param direction ours: may we send, do we receive
/// @param packetTime how much audio the peer wants in a packet, 20 ms unless it said otherwise
public record AudioTerms(
        InetSocketAddress remote,
        Optional<InetSocketAddress> control,
        AudioFormat codec,
        OptionalInt sendEvents,
        OptionalInt receiveEvents,
        Direction direction,
        Duration packetTime) {

    /// The same, with keys sent and received in other ways.
    public AudioTerms withTelephoneEvents(OptionalInt send, OptionalInt receive) {
        return new AudioTerms(remote, control, codec, send, receive, direction, packetTime);
    }
}
