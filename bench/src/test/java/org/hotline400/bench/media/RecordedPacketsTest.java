package org.hotline400.bench.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordedPacketsTest {
    private static final int SILENCE = 0xD5;
    private static final int PAYLOAD = 160;
    private static final int CALL = 7;

    /// The payload of a packet as the generator sends it.
    private static int[] payload(int number, boolean counts) {
        try (var arena = Arena.ofConfined()) {
            var batch = new DatagramBatch(arena);
            var slot = batch.add(StampedPacket.blank(), 4000);
            StampedPacket.stamp(batch, slot, CALL, number, counts, 0x1234_5678_9ABCL);
            return IntStream.range(12, 12 + PAYLOAD)
                    .map(offset -> batch.byteAt(slot, offset) & 0xFF)
                    .toArray();
        }
    }

    /// A second of silence with packets in it, from an odd place on.
    private static int[] channel(int... numbers) {
        var codes = new int[8000];
        Arrays.fill(codes, SILENCE);
        for (var i = 0; i < numbers.length; i++) {
            System.arraycopy(payload(numbers[i], numbers[i] >= 100), 0, codes, 37 + i * PAYLOAD, PAYLOAD);
        }
        return codes;
    }

    private static byte[] wav(int[] left, int[] right) {
        var wav = ByteBuffer.allocate(44 + 4 * left.length).order(ByteOrder.LITTLE_ENDIAN);
        wav.putInt(36, 0x61746164).position(44);
        for (var i = 0; i < left.length; i++) {
            wav.putShort((short) RecordedPackets.linear(left[i])).putShort((short) RecordedPackets.linear(right[i]));
        }
        return wav.array();
    }

    @Test
    void countsEachPacketThatCountsOnce() {
        assertThat(RecordedPackets.in(wav(channel(98, 99, 100, 101, 101, 103), channel(100, 101, 102, 103, 104))))
                .contains(new RecordedPackets(CALL, 3, 5));
    }

    @Test
    void findsNoneInSilenceAndInNoise() {
        assertThat(RecordedPackets.in(wav(channel(), channel(1, 2, 3)))).isEmpty();
        assertThatThrownBy(() -> RecordedPackets.in(new byte[10])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatWentThroughThePlatformMustBeThere() throws Exception {
        var load = RtpLoad.start(CALL + 1);
        load.close();
        var calls = load.calls();
        calls[CALL].sent = 12;
        calls[CALL].arrived = 11;
        calls[CALL].back = 10;
        assertThat(RecordingsCheck.missing(new RecordedPackets(CALL, 11, 10), calls))
                .isZero();
        assertThat(RecordingsCheck.missing(new RecordedPackets(CALL, 12, 10), calls))
                .isZero();
        assertThat(RecordingsCheck.missing(new RecordedPackets(CALL, 9, 7), calls))
                .isEqualTo(5);
    }

    @Test
    void onlyPacketsThatCountAreRefusedOnes() {
        try (var arena = Arena.ofConfined()) {
            var batch = new DatagramBatch(arena);
            for (var number = 0; number < 3; number++) {
                StampedPacket.stamp(batch, batch.add(StampedPacket.blank(), 4000), CALL, number, number > 0, 0);
            }
            int noSocket = -1;
            assertThat(batch.send(noSocket, slot -> StampedPacket.counts(batch, slot)))
                    .isEqualTo(2);
        }
    }
}
