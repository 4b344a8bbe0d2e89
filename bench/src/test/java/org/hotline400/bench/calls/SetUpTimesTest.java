package org.hotline400.bench.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SetUpTimesTest {
    /// Of one to so many milliseconds.
    private static List<Long> answered(int calls) {
        return LongStream.rangeClosed(1, calls)
                .map(each -> each * 1_000_000)
                .boxed()
                .toList();
    }

    @Test
    void tellsHowLongSoManyTook() {
        var times = new SetUpTimes(answered(100), 100, 100);
        assertThat(times.milliseconds(50)).isEqualTo(50);
        assertThat(times.milliseconds(95)).isEqualTo(95);
        assertThat(times.unansweredShare()).isZero();
    }

    @Test
    void callsWithoutAnAnswerAreSlow() {
        var times = new SetUpTimes(answered(90), 100, 90);
        assertThat(times.milliseconds(50)).isEqualTo(50);
        assertThat(times.milliseconds(90)).isEqualTo(90);
        assertThat(times.milliseconds(91)).isEqualTo(10_000);
        assertThat(times.unansweredShare()).isEqualTo(0.1);
        assertThat(new SetUpTimes(List.of(), 3, 0).milliseconds(50)).isEqualTo(10_000);
    }

    @Test
    void tellsNothingOfNothing() {
        assertThat(new SetUpTimes(List.of(), 0, 0).milliseconds(50)).isNaN();
    }
}
