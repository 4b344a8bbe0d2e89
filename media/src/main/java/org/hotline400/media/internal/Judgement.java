package org.hotline400.media.internal;

import java.util.Optional;
import org.hotline400.media.StreamQuality;
import org.hotline400.media.StreamTerms;

/// Puts what was counted together.
final class Judgement {
    private Judgement() {}

    static StreamQuality of(Optional<StreamTerms> terms, long sent, ReceivedStream in, Control control) {
        long packets = in.sequence.received.get();
        long lost = Math.max(0, in.sequence.lost.get());
        return new StreamQuality(
                terms.map(StreamTerms::codec),
                terms.map(StreamTerms::packetTime).orElse(StreamQuality.USUAL_PACKET),
                new StreamQuality.Received(
                        packets,
                        lost,
                        in.arrivals.late.get(),
                        in.sequence.reordered.get(),
                        in.sequence.duplicates.get(),
                        burstRatio(packets, lost, in.sequence.gaps()),
                        MediaTime.duration(in.arrivals.mean()),
                        MediaTime.duration(in.arrivals.most())),
                sent,
                control.reports().reported(),
                control.reports().roundTrip(),
                new StreamQuality.Control(control.sent(), control.received(), control.refused()));
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
