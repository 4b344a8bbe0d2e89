package org.hotline400.media.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ReceivedStreamTest {
    private final ReceivedStream stream = new ReceivedStream(new Tally());

    @Test
    void onlyWhatIsNewIsReported() {
        assertThat(stream.news()).isFalse();
        stream.sequence.accept(1, 10);
        assertThat(stream.news()).isTrue();
        report();
        assertThat(stream.news()).isFalse();
    }

    /// A phone that starts its numbers anew, with the same SSRC, is reported on from its second packet.
    @Test
    void aJumpOfTheNumbersIsReportedAtOnceAndFromThere() {
        for (int number = 0; number < 1000; number++) {
            stream.sequence.accept(1, number);
        }
        report();
        stream.sequence.accept(1, 40_000);
        stream.sequence.accept(1, 40_001);
        stream.sequence.accept(1, 40_004);
        assertThat(stream.news()).isTrue();
        ByteBuffer block = report();
        assertThat(block.getInt(8)).isEqualTo(40_004);
        assertThat(block.getInt(4) & 0xFFFFFF).as("lost").isEqualTo(2);
        assertThat(block.get(4) & 0xFF).as("two of four").isEqualTo(128);
    }

    private ByteBuffer report() {
        ByteBuffer block = ByteBuffer.allocate(24);
        stream.report(block, 0, 0);
        return block;
    }
}
