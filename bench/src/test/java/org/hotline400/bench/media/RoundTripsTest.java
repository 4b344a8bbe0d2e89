package org.hotline400.bench.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoundTripsTest {
    private final RoundTrips trips = new RoundTrips();

    @Test
    void tellsTheShareWithinATime() {
        for (var millis = 1; millis <= 100; millis++) {
            trips.add(Duration.ofMillis(millis).toNanos());
        }
        assertThat(trips.within(0.5)).isBetween(Duration.ofMillis(50), Duration.ofNanos(50_040_000));
        assertThat(trips.within(0.99)).isBetween(Duration.ofMillis(99), Duration.ofNanos(99_040_000));
        assertThat(trips.longest()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void keepsWhatTookVeryLong() {
        trips.add(Duration.ofSeconds(9).toNanos());
        assertThat(trips.longest()).isEqualTo(Duration.ofSeconds(9));
        assertThat(trips.within(0.99)).isGreaterThanOrEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void tellsNothingOfNothing() {
        assertThat(trips.within(0.99)).isZero();
    }
}
