package org.hotline400.media;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/// How well the stream of one port went: as measured here, and as its peer reports (RTCP, RFC 3550 §6).
///
/// @param codec agreed last; empty when nothing ever was
/// @param packetTime agreed last
/// @param received the peer's audio as it came to us
/// @param sent RTP packets sent
/// @param reported our audio as it came to the peer; empty when it never reported. Where the stream was relayed
///     this counts what was lost before it came to us, too: a bridge passes gaps on.
/// @param roundTrip to the peer and back; empty when it could not be measured
public record StreamQuality(
        Optional<Codec> codec,
        Duration packetTime,
        Received received,
        long sent,
        Optional<Reported> reported,
        Optional<RoundTrip> roundTrip,
        Control control) {
    /// Where nothing else was agreed.
    public static final Duration USUAL_PACKET = Duration.ofMillis(20);

    /// @param packets that came, duplicates not counted
    /// @param lost never came (so far), by sequence number
    /// @param late came more than 80 ms after their time, too late for a phone to play
    /// @param reordered overtaken by a later one
    /// @param duplicates came more than once
    /// @param burstRatio 1 when losses were independent of each other, more when they came in bursts (ITU-T
    ///     G.107)
    /// @param jitter mean interarrival jitter (RFC 3550 appendix A.8)
    /// @param jitterMost the largest
    public record Received(
            long packets,
            long lost,
            long late,
            long reordered,
            long duplicates,
            double burstRatio,
            Duration jitter,
            Duration jitterMost) {

        /// Lost of all that should have come, 0 to 1.
        public double lossRatio() {
            return packets + lost == 0 ? 0 : (double) lost / (packets + lost);
        }

        /// What a listener missed: lost or late, 0 to 1.
        double missing() {
            return packets + lost == 0 ? 0 : Math.min(1, (double) (lost + late) / (packets + lost));
        }
    }

    /// @param reports how often the peer reported
    /// @param lost cumulated, as of the last report
    /// @param lossRatio of what it should have got by then, 0 to 1
    /// @param jitter mean over the reports
    /// @param jitterMost the largest reported
    public record Reported(long reports, long lost, double lossRatio, Duration jitter, Duration jitterMost) {}

    /// @param mean over all measurements
    /// @param longest of them
    public record RoundTrip(Duration mean, Duration longest) {}

    /// Compound RTCP packets.
    ///
    /// @param refused not valid, or not from the peer
    public record Control(long sent, long received, long refused) {}

    /// Estimated quality of what the peer says as it comes to us, 1 to 4.5 ([EModel]); empty when nothing came.
    public OptionalDouble receivedMos() {
        if (received.packets() == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(EModel.mos(received.missing(), received.burstRatio(), delay(received.jitter())));
    }

    /// Estimated quality of what we send as it comes to the peer, by its reports; empty when there are none.
    public OptionalDouble sentMos() {
        return reported.map(as -> OptionalDouble.of(EModel.mos(as.lossRatio(), 1, delay(as.jitter()))))
                .orElse(OptionalDouble.empty());
    }

    /// One way from mouth to ear: half the round trip, the time a packet takes to fill, and a playout buffer of
    /// twice the jitter, as phones have it. An unknown round trip counts as none.
    private Duration delay(Duration jitter) {
        Duration way = roundTrip.map(trip -> trip.mean().dividedBy(2)).orElse(Duration.ZERO);
        return way.plus(packetTime).plus(jitter.multipliedBy(2));
    }
}
