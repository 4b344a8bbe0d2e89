package org.hotline400.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EModelTest {

    /// R and MOS by hand from the formulas of G.107.
    @ParameterizedTest
    @CsvSource({
        "0,     1, 0,   93.2,  4.41",
        "0,     1, 100, 93.2,  4.41",
        "0,     1, 200, 90.16, 4.34",
        "0,     1, 400, 69.13, 3.55",
        "0.01,  1, 0,   89.56, 4.32",
        "0.03,  1, 0,   83.06, 4.13",
        "0.10,  1, 0,   66.13, 3.41",
        "0.10,  2, 0,   61.64, 3.18",
        "0.50,  1, 0,   29.95, 1.60",
        "1,     1, 900, -25.27, 1",
    })
    void ratingAndScoreFollowTheFormulas(double loss, double burst, long millis, double rating, double score) {
        Duration delay = Duration.ofMillis(millis);
        assertThat(EModel.rating(loss, burst, delay)).isCloseTo(rating, within(0.06));
        assertThat(EModel.mos(loss, burst, delay)).isCloseTo(score, within(0.011));
    }

    @Test
    void moreLossLongerDelayAndBurstsNeverMakeItBetter() {
        for (int percent = 0; percent < 100; percent++) {
            assertThat(mos(percent + 1, 1, 0)).isLessThanOrEqualTo(mos(percent, 1, 0));
            assertThat(mos(percent, 3, 0)).isLessThanOrEqualTo(mos(percent, 1, 0));
            assertThat(mos(percent, 1, 300)).isLessThanOrEqualTo(mos(percent, 1, 150));
            assertThat(mos(percent, 2, 10_000)).isBetween(1.0, 4.5);
        }
    }

    private static double mos(int percent, double burst, long millis) {
        return EModel.mos(percent / 100.0, burst, Duration.ofMillis(millis));
    }
}
