package org.hotline400.media.internal;

import java.util.Optional;
import org.hotline400.media.StreamQuality;
import org.hotline400.media.StreamTerms;

/// Puts what was counted together.
final class Judgement {
    private Judgement() {}

    static StreamQuality of(Optional<StreamTerms> terms, Tally tally, ReceivedStream in, PeerReports reports) {
        long packets = tally.get(Count.RECEIVED);
        long lost = Math.max(0, tally.get(Count.LOST));
        return new StreamQuality(
                terms.map(StreamTerms::codec),
                terms.map(StreamTerms::packetTime).orElse(StreamQuality.USUAL_PACKET),
                new StreamQuality.Received(
                        packets,
                        lost,
                        tally.get(Count.LATE),
                        tally.get(Count.REORDERED),
                        tally.get(Count.DUPLICATES),
                        burstRatio(packets, lost, in.sequence.gaps()),
                        MediaTime.duration(in.arrivals.mean()),
                        MediaTime.duration(in.arrivals.most())),
                tally.get(Count.SENT),
                reports.reported(),
                reports.roundTrip(),
                new StreamQuality.Control(
                        tally.get(Count.REPORTS_SENT),
                        tally.get(Count.REPORTS_RECEIVED),
                        tally.get(Count.REPORTS_REFUSED)));
    }

    /// ITU-T G.107 §7.5: how long losses last, against how long they would if they were independent.
    private static double burstRatio(long packets, long lost, long gaps) {
        if (lost == 0 || gaps == 0 || packets == 0) {
            return 1;
        }
        double length = (double) lost / gaps;
        double independent = (double) (packets + lost) / packets;
        return Math.max(1, length / independent);
    }
}
