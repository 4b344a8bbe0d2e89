package org.hotline400.media;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.OptionalInt;

/// What the two sides agreed on for one stream.
///
/// @param remote where the peer wants its RTP
/// @param codec both directions
/// @param sendEvents payload type for telephone events we send; empty: press keys in band
/// @param receiveEvents payload type of telephone events we accept; empty: none
/// @param sends false when the peer wants no audio from us (hold)
/// @param receives false when the peer will send none
/// @param packetTime audio a packet, a multiple of 10 ms up to 60
public record StreamTerms(
        InetSocketAddress remote,
        Codec codec,
        OptionalInt sendEvents,
        OptionalInt receiveEvents,
        boolean sends,
        boolean receives,
        Duration packetTime) {

    public StreamTerms {
        long millis = packetTime.toMillis();
        if (millis < 10 || millis > 60 || millis % 10 != 0) {
            throw new IllegalArgumentException(
                    "packetTime must be a multiple of 10 ms from 10 to 60 ms, was " + packetTime);
        }
        if (remote.isUnresolved()) {
            throw new IllegalArgumentException("remote must be an IP address, was the name " + remote.getHostString());
        }
    }

    public static StreamTerms to(InetSocketAddress remote, Codec codec) {
        return new StreamTerms(
                remote, codec, OptionalInt.of(101), OptionalInt.of(101), true, true, Duration.ofMillis(20));
    }
}
