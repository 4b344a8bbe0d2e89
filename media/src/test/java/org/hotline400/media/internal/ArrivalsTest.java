package org.hotline400.media.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private final Tally tally = new Tally();
    private final Arrivals arrivals = new Arrivals(tally);
    private final RtpPacket packet = new RtpPacket();

    @Test
    void packetsOnTimeHaveNoJitter() {
        for (int i = 0; i < 500; i++) {
            came(i, 0);
        }
        assertThat(arrivals.jitter()).isZero();
        assertThat(arrivals.most()).isZero();
        assertThat(tally.get(Count.LATE)).isZero();
    }

    @Test
    void jitterIsTheMeanDifferenceOfTransitTimes() {
        for (int i = 0; i < 2000; i++) {
            came(i, i % 2 == 0 ? 0 : 80);
        }
        // Every packet differs from the one before by 10 ms: the estimate settles there (RFC 3550 appendix
        // A.8).
        assertThat(arrivals.jitter()).isCloseTo(80, within(2));
        assertThat(arrivals.mean()).isCloseTo(80, within(2.0));
        assertThat(arrivals.most()).isCloseTo(80, within(2.0));
    }

    @Test
    void aPacketBeyondEightyMillisecondsIsLate() {
        for (int i = 0; i < 100; i++) {
            came(i, i % 10 == 9 ? 700 : i % 10 == 5 ? 500 : 0);
        }
        assertThat(tally.get(Count.LATE)).isEqualTo(10);
    }

    @Test
    void timestampsThatJumpAreNoJitter() {
        for (int i = 0; i < 100; i++) {
            came(i, 0);
        }
        for (int i = 100; i < 200; i++) {
            packet.timestamp = 1_000_000_000 + i * 160;
            arrivals.arrived(packet, i * 160L);
        }
        assertThat(arrivals.most()).isZero();
    }

    private void came(int number, int late) {
        packet.ssrc = 1;
        packet.timestamp = Integer.MAX_VALUE - 1000 + number * 160;
        arrivals.arrived(packet, number * 160L + late);
    }
}
