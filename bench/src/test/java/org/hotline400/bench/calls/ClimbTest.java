package org.hotline400.bench.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClimbTest {
    @ParameterizedTest
    @ValueSource(ints = {25, 333, 400, 4416, 9000})
    void comesCloseToTheLimitFromBelow(int limit) throws InterruptedException {
        int found = Climb.highest(400, 20_000, rate -> rate <= limit);

        assertThat(found).isBetween((int) (limit / 1.05) - 1, limit);
    }

    @Test
    void stopsAtTheMost() throws InterruptedException {
        assertThat(Climb.highest(400, 1_000, rate -> true)).isEqualTo(1_000);
    }

    @Test
    void givesUpBelowTheLeast() throws InterruptedException {
        var probed = new ArrayList<Integer>();

        assertThat(Climb.highest(400, 1_000, rate -> {
                    probed.add(rate);
                    return false;
                }))
                .isZero();
        assertThat(probed).containsExactly(400, 200, 100, 50, 25);
    }
}
