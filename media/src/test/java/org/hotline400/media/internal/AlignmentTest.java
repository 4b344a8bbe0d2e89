package org.hotline400.media.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlignmentTest {
    private final Alignment alignment = new Alignment(Playout.LAG);

    @Test
    void packetsKeepTheirDistanceWhateverTheJitter() {
        Random random = new Random(1);
        long first = alignment.place(packet(1, 0), 1000);
        for (int i = 1; i < 40; i++) {
            long arrival = 1000 + 160L * i + random.nextInt(600);
            assertThat(alignment.place(packet(1, 160 * i), arrival)).isEqualTo(first + 160L * i);
        }
    }

    /// A sender's crystal off by ±200 parts in a million (worse than any real one) over five minutes.
    @ParameterizedTest
    @ValueSource(doubles = {0.9998, 1, 1.0002})
    void clockDriftStaysWithinFortyMilliseconds(double rate) {
        for (int i = 0; i < 15_000; i++) {
            long arrival = 5000 + Math.round(160 * i / rate);
            assertThat(alignment.place(packet(1, 160 * i), arrival) - arrival).isBetween(-320L, 320L);
        }
    }

    @Test
    void aFirstPacketThatWasLateIsMadeUpForWithinASecond() {
        alignment.place(packet(1, 0), 1800);
        long off = 0;
        for (int i = 1; i <= 60; i++) {
            off = alignment.place(packet(1, 160 * i), 1000 + 160L * i) - (1000 + 160L * i);
        }
        assertThat(off).isBetween(-160L, 160L);
    }

    @Test
    void aNewStreamOrAJumpStartsAfreshAtItsArrival() {
        alignment.place(packet(1, 0), 1000);
        assertThat(alignment.place(packet(2, 77_000), 1160)).isEqualTo(1160);
        assertThat(alignment.place(packet(2, 5_000_000), 1320)).isEqualTo(1320);
        assertThat(alignment.place(packet(2, 100), 9000)).isEqualTo(9000);
    }

    @Test
    void timestampsMayWrap() {
        alignment.place(packet(1, -80), 1000);
        assertThat(alignment.place(packet(1, 80), 1170)).isEqualTo(1160);
        alignment.place(packet(1, Integer.MAX_VALUE), 2000);
        assertThat(alignment.place(packet(1, Integer.MIN_VALUE + 159), 2160)).isEqualTo(2160);
    }

    private static RtpPacket packet(int ssrc, int timestamp) {
        RtpPacket packet = new RtpPacket();
        packet.ssrc = ssrc;
        packet.timestamp = timestamp;
        return packet;
    }
}
