package org.hotline400.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrendTest {
    private final Trend trend = new Trend();

    @Test
    void findsTheSlopeThroughNoise() {
        for (var second = 0; second < 3600; second += 10) {
            trend.add(second, 500 + 12.0 * second / 3600 + (second % 20 == 0 ? 3 : -3));
        }
        assertThat(trend.anHour()).isEqualTo(12, within(0.2));
        assertThat(trend.mean()).isEqualTo(506, within(0.1));
    }

    @Test
    void leavesOutTheTimeInWhichCachesFill() {
        for (var second = 0; second <= 400; second += 10) {
            trend.add(second, second < 100 ? second : 100);
        }
        assertThat(trend.anHour()).isGreaterThan(100);
        assertThat(trend.settled().anHour()).isZero();
    }

    @Test
    void findsTheFloorsOfASaw() {
        for (var second = 0; second < 3600; second += 10) {
            trend.add(second, 100 + second % 300);
        }
        var floors = trend.floors(6);
        assertThat(floors.size()).isEqualTo(6);
        assertThat(floors.mean()).isEqualTo(100);
        assertThat(floors.anHour()).isZero();
        assertThat(trend.last()).hasValue(390);
    }

    @Test
    void isFlatWhereNothingIsKnown() {
        assertThat(trend.anHour()).isZero();
        trend.add(5, 7);
        assertThat(trend.settled().anHour()).isZero();
    }
}
