package org.hotline400.media.internal;

import java.time.Duration;
import java.util.Optional;
import org.hotline400.media.StreamQuality;

/// What the peer's report blocks say of the stream we send, and the round trip that follows from them. A peer may
/// write whatever it likes: what cannot be is not believed.
///
/// @param lost,expected as of the last report
/// @param jitter in samples, summed over the reports
/// @param trip in 1/65,536 s, summed over the trips
record PeerReports(
        long reports, long lost, long expected, long jitter, long jitterMost, long trips, long trip, long longest) {
    /// 1/65,536 s. A round trip beyond this is a peer that echoes something else.
    private static final int LONGEST_TRIP = 30 << 16;
    /// Clocks are read at different moments: a trip may seem shorter than none by so much (about 5 ms).
    private static final int SLACK = 327;
    /// Ten seconds, in samples; more is no jitter.
    private static final long LARGEST_JITTER = 80_000;

    static final PeerReports NONE = new PeerReports(0, 0, 0, 0, 0, 0, 0, 0);

    /// These and one more. The peer's count of wraps is not ours: one that listens only since a while began with none.
    ///
    /// @param out what it reports on
    /// @param now as [MediaTime#ntp] tells it
    PeerReports and(ControlPacket packet, Outgoing out, long now) {
        long sent = out.numberedUpTo(packet.highest);
        if (sent <= 0) {
            return this;
        }
        long latest = Math.min(packet.jitter, LARGEST_JITTER);
        int measured = packet.lastReport == 0 ? -1 : trip(packet, now);
        return new PeerReports(
                reports + 1,
                Math.clamp(packet.lost, 0, sent),
                sent,
                jitter + latest,
                Math.max(jitterMost, latest),
                trips + (measured < 0 ? 0 : 1),
                trip + Math.max(measured, 0),
                Math.max(longest, measured));
    }

    /// RFC 3550 §6.4.1, figure 2: now, less when our report was sent, less how long the peer kept it.
    ///
    /// @return in 1/65,536 s; -1 when it cannot be
    private static int trip(ControlPacket packet, long now) {
        int trip = (int) (now >>> 16) - packet.lastReport - packet.delay;
        if (trip < 0 && trip > -SLACK) {
            return 0;
        }
        return trip < 0 || trip > LONGEST_TRIP ? -1 : trip;
    }

    /// Empty until the first report.
    Optional<StreamQuality.Reported> reported() {
        if (reports == 0) {
            return Optional.empty();
        }
        return Optional.of(new StreamQuality.Reported(
                reports,
                lost,
                (double) lost / expected,
                MediaTime.duration((double) jitter / reports),
                MediaTime.duration((double) jitterMost)));
    }

    /// Empty until the first was measured.
    Optional<StreamQuality.RoundTrip> roundTrip() {
        return trips == 0
                ? Optional.empty()
                : Optional.of(new StreamQuality.RoundTrip(duration(trip / trips), duration(longest)));
    }

    private static Duration duration(long units) {
        return Duration.ofNanos((units * 1_000_000_000L) >> 16);
    }
}
