package org.hotline400.bench.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrivedTest {
    private final Arrived arrived = new Arrived();

    private long come(int... numbers) {
        return IntStream.of(numbers).filter(arrived::first).count();
    }

    @Test
    void countsEachPacketOnce() {
        assertThat(come(0, 1, 1, 2, 0, 3)).isEqualTo(4);
        assertThat(arrived.duplicates()).isEqualTo(2);
        assertThat(arrived.reordered()).isZero();
    }

    @Test
    void takesOvertakenPackets() {
        assertThat(come(5, 7, 6, 8, 6)).isEqualTo(4);
        assertThat(arrived.reordered()).isEqualTo(1);
        assertThat(arrived.duplicates()).isEqualTo(1);
    }

    @Test
    void doesNotMissThoseThatNeverCame() {
        assertThat(come(0, 500, 501)).isEqualTo(3);
        assertThat(arrived.duplicates()).isZero();
        assertThat(come(437)).isZero();
        assertThat(come(438)).isEqualTo(1);
    }
}
