package org.hotline400.server.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {
    private final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);
    private final TokenBuckets<String> buckets = new TokenBuckets<>(20, 3, nanos::get);

    @Test
    void a_burst_is_let_through_and_then_the_rate() {
        assertThat(takenAtOnce("anna")).isEqualTo(3);

        pass(Duration.ofMillis(49));
        assertThat(takenAtOnce("anna")).isZero();
        pass(Duration.ofMillis(1));
        assertThat(takenAtOnce("anna")).isEqualTo(1);
    }

    @Test
    void whoever_is_refused_hears_how_long() {
        takenAtOnce("anna");
        pass(Duration.ofMillis(20));

        assertThat(buckets.take("anna")).isBetween(Duration.ofMillis(29), Duration.ofMillis(31));
    }

    @Test
    void one_sender_takes_nothing_from_another() {
        takenAtOnce("anna");

        assertThat(takenAtOnce("bert")).isEqualTo(3);
    }

    @Test
    void rest_fills_a_bucket_to_the_brim_and_no_further() {
        takenAtOnce("anna");
        pass(Duration.ofHours(1));

        assertThat(takenAtOnce("anna")).isEqualTo(3);
    }

    @Test
    void a_clock_read_late_gives_nothing_twice() {
        takenAtOnce("anna");
        pass(Duration.ofMillis(50));
        buckets.take("anna");
        pass(Duration.ofMillis(-50));
        assertThat(takenAtOnce("anna")).isZero();
        pass(Duration.ofMillis(50));

        assertThat(takenAtOnce("anna")).isZero();
    }

    private int takenAtOnce(String sender) {
        int taken = 0;
        while (buckets.take(sender).isZero()) {
            taken++;
        }
        return taken;
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
