package org.hotline400.media;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.OptionalInt;

/// What the two sides agreed on for one stream.
///
/// @param remote where the peer wants its RTP
/// @param control where the peer wants its RTCP
/// @param codec both directions
/// @param sendEvents payload type for telephone events we send; empty: press keys in band
/// @param receiveEvents payload type of telephone events we accept; empty: none
/// @param sends false when the peer wants no audio from us (hold)
/// @param receives false when the peer will send none
/// @param packetTime audio a packet, a multiple of 10 ms up to 60
public record StreamTerms(
        InetSocketAddress remote,
        InetSocketAddress control,
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
        check("remote", remote);
        check("control", control);
    }

    /// With RTCP on the port above RTP (RFC 3550 §11).
    public StreamTerms(
            InetSocketAddress remote,
            Codec codec,
            OptionalInt sendEvents,
            OptionalInt receiveEvents,
            boolean sends,
            boolean receives,
            Duration packetTime) {
        this(remote, above(remote), codec, sendEvents, receiveEvents, sends, receives, packetTime);
    }

    public static StreamTerms to(InetSocketAddress remote, Codec codec) {
        return new StreamTerms(
                remote, codec, OptionalInt.of(101), OptionalInt.of(101), true, true, Duration.ofMillis(20));
    }

    /// The same, with the peer's RTCP elsewhere (`a=rtcp`, RFC 3605).
    public StreamTerms withControl(InetSocketAddress other) {
        return new StreamTerms(remote, other, codec, sendEvents, receiveEvents, sends, receives, packetTime);
    }

    private static InetSocketAddress above(InetSocketAddress rtp) {
        return new InetSocketAddress(rtp.getAddress(), Math.min(rtp.getPort() + 1, 0xFFFF));
    }

    private static void check(String name, InetSocketAddress address) {
        if (address.isUnresolved()) {
            throw new IllegalArgumentException(
                    name + " must be an IP address, was the name " + address.getHostString());
        }
    }
}
