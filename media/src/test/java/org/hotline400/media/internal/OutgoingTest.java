package org.hotline400.media.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.hotline400.media.Codec;
import org.hotline400.media.G711;
import org.hotline400.media.StreamTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingTest {
    private final Sent sent = new Sent();
    private final Outgoing out = new Outgoing(sent, new Tally());
    private long now = 1000;

    /// Three frames of 20 ms are 60 ms: whole packets of each of these times.
    @ParameterizedTest
    @ValueSource(ints = {10, 20, 30, 60})
    void soundIsCutIntoPacketsOfTheAgreedTime(int millis) {
        byte[] said = play(terms(millis), 3);
        assertThat(sent.lengths()).hasSize(60 / millis).containsOnly(8 * millis);
        assertThat(sent.sound()).isEqualTo(said);
        assertThat(sent.steps()).containsOnly(8 * millis);
    }

    @Test
    void whatDoesNotFillAPacketWaitsForMoreAndIsFilledUpAtTheEnd() {
        byte[] said = play(terms(30), 2);
        assertThat(sent.lengths()).containsExactly(240);
        out.flush(terms(30));
        assertThat(sent.lengths()).containsExactly(240, 240);
        assertThat(sent.sound()).startsWith(said);
    }

    @Test
    void nothingIsLostWhenAnotherPacketTimeIsAgreedMeanwhile() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        for (int millis : List.of(20, 30, 20, 10, 60, 20)) {
            said.writeBytes(play(terms(millis), 1));
        }
        assertThat(sent.sound()).isEqualTo(said.toByteArray());
        assertThat(sent.lengths()).containsExactly(160, 160, 160, 80, 80, 160, 160);
    }

    /// @return the same as A-law
    private byte[] play(StreamTerms terms, int frames) {
        ByteArrayOutputStream codes = new ByteArrayOutputStream();
        for (int i = 0; i < frames; i++) {
            short[] frame = new short[MediaTime.FRAME];
            for (int at = 0; at < frame.length; at++) {
                frame[at] = (short) (37 * (now + at));
                codes.write(G711.encode(Codec.PCMA, frame[at]));
            }
            out.frame(frame, terms, now);
            now += MediaTime.FRAME;
        }
        return codes.toByteArray();
    }

    private static StreamTerms terms(int millis) {
        return new StreamTerms(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 4000),
                Codec.PCMA,
                OptionalInt.empty(),
                OptionalInt.empty(),
                true,
                true,
                Duration.ofMillis(millis));
    }

    /// The packets sent.
    private static final class Sent implements Wire {
        private final ByteBuffer packet = ByteBuffer.allocate(RtpPacket.LARGEST);
        private final List<Integer> lengths = new ArrayList<>();
        private final List<Integer> timestamps = new ArrayList<>();
        private final ByteArrayOutputStream sound = new ByteArrayOutputStream();

        @Override
        public ByteBuffer blank() {
            return packet.clear();
        }

        @Override
        public void send(ByteBuffer finished) {
            int length = finished.limit() - RtpPacket.HEADER;
            lengths.add(length);
            timestamps.add(finished.getInt(4));
            sound.write(packet.array(), RtpPacket.HEADER, length);
        }

        List<Integer> lengths() {
            return lengths;
        }

        byte[] sound() {
            return sound.toByteArray();
        }

        /// From each timestamp to the next, and what follows the last.
        List<Integer> steps() {
            List<Integer> steps = new ArrayList<>();
            for (int i = 1; i < timestamps.size(); i++) {
                steps.add(timestamps.get(i) - timestamps.get(i - 1));
            }
            steps.add(lengths.getLast());
            return steps;
        }
    }
}
