package org.hotline400.bench.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixTest {
    private static Mix mix(int size) {
        return new Mix(IntStream.range(0, size).mapToObj(i -> "tail=" + i % 10).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 97, 618, 1000, 10_000})
    void everyPlaceHasItsTurnOnce(int size) {
        assertThat(mix(size).spread())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, size).boxed().toList());
    }

    @Test
    void everyBeginningIsSpreadEvenly() {
        var firstHundred = mix(10_000).spread().subList(0, 100);

        for (int tenth = 0; tenth < 10; tenth++) {
            int from = tenth * 1000;
            assertThat(firstHundred)
                    .filteredOn(place -> place >= from && place < from + 1000)
                    .as("places of the tenth from %s", from)
                    .hasSizeBetween(9, 11);
        }
    }
}
