package org.hotline400.media.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReceivedSequenceTest {
    private final Tally tally = new Tally();
    private final ReceivedSequence sequence = new ReceivedSequence(tally);

    @Test
    void aGapIsLostUntilItsPacketComes() {
        assertThat(take(1, 2, 5)).isEqualTo("111");
        assertThat(tally.get(Count.LOST)).isEqualTo(2);
        assertThat(sequence.gaps()).isEqualTo(1);
        assertThat(take(3, 3, 4, 5)).isEqualTo("1010");
        assertThat(tally.get(Count.LOST)).isZero();
        assertThat(sequence.gaps()).isZero();
        assertThat(tally.get(Count.RECEIVED)).isEqualTo(5);
        assertThat(tally.get(Count.REORDERED)).isEqualTo(2);
        assertThat(tally.get(Count.DUPLICATES)).isEqualTo(2);
    }

    @Test
    void numbersWrap() {
        assertThat(take(65534, 65535, 0, 1, 65535)).isEqualTo("11110");
        assertThat(tally.get(Count.LOST)).isZero();
        assertThat(sequence.extendedHighest()).isEqualTo(0x10001);
        assertThat(sequence.expected()).isEqualTo(4);
    }

    @Test
    void numbersWrapAgainAndAgain() {
        for (int i = 0; i < 200_000; i++) {
            assertThat(sequence.accept(1, i & 0xFFFF)).isTrue();
        }
        assertThat(sequence.extendedHighest()).isEqualTo(199_999);
        assertThat(sequence.expected()).isEqualTo(200_000);
        assertThat(sequence.arrived()).isEqualTo(200_000);
        assertThat(tally.get(Count.LOST)).isZero();
    }

    @Test
    void runsOfMissingPacketsAreCountedInTheWindowAndBehindIt() {
        take(1, 3, 6, 7, 10);
        assertThat(tally.get(Count.LOST)).isEqualTo(5);
        assertThat(sequence.gaps()).isEqualTo(3);
        for (int i = 11; i < 100; i++) {
            sequence.accept(1, i);
        }
        assertThat(sequence.gaps()).isEqualTo(3);
        take(300, 301);
        assertThat(sequence.gaps()).isEqualTo(4);
        for (int i = 302; i < 400; i++) {
            sequence.accept(1, i);
        }
        assertThat(sequence.gaps()).isEqualTo(4);
        assertThat(tally.get(Count.LOST)).isEqualTo(205);
    }

    @Test
    void aStrayIsIgnoredAndARestartBelievedAtItsSecondPacket() {
        assertThat(take(100, 30000, 101, 30000, 30001, 30002)).isEqualTo("101011");
        assertThat(tally.get(Count.LOST)).isZero();
        assertThat(sequence.expected()).isEqualTo(2);
    }

    @Test
    void anotherSourceStartsAfresh() {
        sequence.accept(1, 10);
        assertThat(sequence.accept(2, 5000)).isTrue();
        assertThat(tally.get(Count.LOST)).isZero();
        assertThat(tally.get(Count.RECEIVED)).isEqualTo(2);
        assertThat(sequence.ssrc()).isEqualTo(2);
        assertThat(sequence.expected()).isEqualTo(1);
    }

    private String take(int... numbers) {
        StringBuilder taken = new StringBuilder();
        for (int number : numbers) {
            taken.append(sequence.accept(1, number) ? '1' : '0');
        }
        return taken.toString();
    }
}
