package org.hotline400.bench.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void givesTheTimeWithinWhichSoManyWereDone() {
        var hundred = Latencies.of(LongStream.rangeClosed(1, 100).map(i -> (101 - i) * 1_000_000));

        assertThat(hundred.milliseconds(50)).isEqualTo(50);
        assertThat(hundred.milliseconds(95)).isEqualTo(95);
        assertThat(hundred.milliseconds(99)).isEqualTo(99);
        assertThat(hundred.milliseconds(99.5)).isEqualTo(100);
        assertThat(hundred.milliseconds(100)).isEqualTo(100);
        assertThat(hundred.count()).isEqualTo(100);
    }

    @Test
    void oneSlowRequestInTenIsItsNinetyNinthPercentile() {
        var ten = Latencies.of(LongStream.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 7_000_000_000L));

        assertThat(ten.milliseconds(90)).isEqualTo(1e-6);
        assertThat(ten.milliseconds(99)).isEqualTo(7_000);
    }

    @Test
    void areOfOneRequestAtLeast() {
        assertThatThrownBy(() -> Latencies.of(LongStream.empty())).hasMessageContaining("one request at least");
        assertThatThrownBy(() -> Latencies.of(LongStream.of(1, -1))).hasMessageContaining("[-1]");
    }
}
