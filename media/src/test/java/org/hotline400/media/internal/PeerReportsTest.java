package org.hotline400.media.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import org.hotline400.media.StreamQuality;
import org.junit.jupiter.api.Test;

class PeerReportsTest {
    private static final int LONG_CALL = 140_000;

    private final ByteBuffer packet = ByteBuffer.allocate(RtpPacket.LARGEST);
    private final Outgoing out = new Outgoing(
            new Wire() {
                @Override
                public ByteBuffer blank() {
                    return packet.clear();
                }

                @Override
                public void send(ByteBuffer finished) {
                    last = finished.getShort(2);
                }
            },
            new Tally());
    private PeerReports reports = PeerReports.NONE;
    private int last;

    /// A phone that a call was handed to after half an hour counts the wraps of the numbers from then on.
    @Test
    void aPeerThatCountsWrapsFromALaterStartHasNotLostEverything() {
        for (int i = 0; i < LONG_CALL; i++) {
            out.event(101, 1, false, 160, false, 0);
        }
        take(report(last & 0xFFFF, 2));
        StreamQuality.Reported reported = reports.reported().orElseThrow();
        assertThat(reported.lost()).isEqualTo(2);
        assertThat(reported.lossRatio()).isCloseTo(2.0 / LONG_CALL, within(1e-9));
    }

    @Test
    void aNumberThatWasNeverSentIsNotBelieved() {
        out.event(101, 1, false, 160, false, 0);
        take(report(last + 1, 1));
        take(report(last - 1, 1));
        assertThat(reports.reported()).isEmpty();
    }

    private void take(ControlPacket report) {
        reports = reports.and(report, out, 0);
    }

    private static ControlPacket report(int highest, int lost) {
        ControlPacket report = new ControlPacket();
        report.reports = true;
        report.highest = highest;
        report.lost = lost;
        return report;
    }
}
