package org.hotline400.media.internal;

import java.time.Duration;
import java.util.Optional;
import org.hotline400.media.StreamQuality;

/// What the peer's report blocks say of the stream we send, and the round trip that follows from them. Taken on
/// the media thread, read from anywhere. A peer may write whatever it likes: what cannot be is not believed.
final class PeerReports {
    /// 1/65,536 s. A round trip beyond this is a peer that echoes something else.
    private static final int LONGEST_TRIP = 30 << 16;
    /// Clocks are read at different moments: a trip may seem shorter than none by so much (about 5 ms).
    private static final int SLACK = 327;
    /// Ten seconds, in samples; more is no jitter.
    private static final long LARGEST_JITTER = 80_000;

    private final MediaTime time;
    private final Outgoing out;
    private volatile Sums sums = Sums.NONE;

    /// @param jitter in samples, summed over the reports
    /// @param trip in 1/65,536 s, summed over the trips
    private record Sums(
            long reports, long lost, long expected, long jitter, long jitterMost, long trips, long trip, long longest) {
        static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0);
    }

    PeerReports(MediaTime time, Outgoing out) {
        this.time = time;
        this.out = out;
    }

    /// The peer's count of wraps is not ours: one that listens only since a while began with none.
    void take(ControlPacket packet) {
        long expected = out.numberedUpTo(packet.highest);
        if (expected <= 0) {
            return;
        }
        Sums before = sums;
        long lost = Math.clamp(packet.lost, 0, expected);
        long jitter = Math.min(packet.jitter, LARGEST_JITTER);
        int trip = packet.lastReport == 0 ? -1 : trip(packet);
        boolean measured = trip >= 0;
        sums = new Sums(
                before.reports + 1,
                lost,
                expected,
                before.jitter + jitter,
                Math.max(before.jitterMost, jitter),
                before.trips + (measured ? 1 : 0),
                before.trip + (measured ? trip : 0),
                Math.max(before.longest, trip));
    }

    /// RFC 3550 §6.4.1, figure 2: now, less when our report was sent, less how long the peer kept it.
    ///
    /// @return in 1/65,536 s; -1 when it cannot be
    private int trip(ControlPacket packet) {
        int trip = (int) (time.ntp() >>> 16) - packet.lastReport - packet.delay;
        if (trip < 0 && trip > -SLACK) {
            return 0;
        }
        return trip < 0 || trip > LONGEST_TRIP ? -1 : trip;
    }

    /// Empty until the first report.
    Optional<StreamQuality.Reported> reported() {
        Sums now = sums;
        if (now.reports == 0) {
            return Optional.empty();
        }
        return Optional.of(new StreamQuality.Reported(
                now.reports,
                now.lost,
                (double) now.lost / now.expected,
                MediaTime.duration((double) now.jitter / now.reports),
                MediaTime.duration((double) now.jitterMost)));
    }

    /// Empty until the first was measured.
    Optional<StreamQuality.RoundTrip> roundTrip() {
        Sums now = sums;
        return now.trips == 0
                ? Optional.empty()
                : Optional.of(new StreamQuality.RoundTrip(trips(now.trip / now.trips), trips(now.longest)));
    }

    private static Duration trips(long units) {
        return Duration.ofNanos((units * 1_000_000_000L) >> 16);
    }
}
