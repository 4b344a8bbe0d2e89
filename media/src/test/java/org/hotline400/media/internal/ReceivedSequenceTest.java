package org.hotline400.media.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReceivedSequenceTest {
    private final ReceivedSequence sequence = new ReceivedSequence();

    @Test
    void aGapIsLostUntilItsPacketComes() {
        assertThat(take(1, 2, 5)).isEqualTo("111");
        assertThat(sequence.lost.get()).isEqualTo(2);
        assertThat(take(3, 3, 4, 5)).isEqualTo("1010");
        assertThat(sequence.lost.get()).isZero();
        assertThat(sequence.received.get()).isEqualTo(5);
    }

    @Test
    void numbersWrap() {
        assertThat(take(65534, 65535, 0, 1, 65535)).isEqualTo("11110");
        assertThat(sequence.lost.get()).isZero();
    }

    @Test
    void aStrayIsIgnoredAndARestartBelievedAtItsSecondPacket() {
        assertThat(take(100, 30000, 101, 30000, 30001, 30002)).isEqualTo("101011");
        assertThat(sequence.lost.get()).isZero();
    }

    @Test
    void anotherSourceStartsAfresh() {
        sequence.accept(1, 10);
        assertThat(sequence.accept(2, 5000)).isTrue();
        assertThat(sequence.lost.get()).isZero();
        assertThat(sequence.received.get()).isEqualTo(2);
    }

    private String take(int... numbers) {
        StringBuilder taken = new StringBuilder();
        for (int number : numbers) {
            taken.append(sequence.accept(1, number) ? '1' : '0');
        }
        return taken.toString();
    }
}
