package org.hotline400.server.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StartQueueTest {
    private long nanos;
    private final StartQueue queue = new StartQueue(() -> nanos);

    @Test
    void nobody_waits_in_an_empty_queue() {
        assertThat(queue.delay()).isZero();
        var place = queue.join();
        pass(30);
        queue.leave(place);
        assertThat(queue.delay()).isZero();
    }

    @Test
    void the_next_waits_as_long_as_the_last_did() {
        var first = queue.join();
        pass(10);
        queue.join();
        pass(20);
        queue.leave(first);
        assertThat(queue.delay()).isEqualTo(30);
    }

    @Test
    void a_queue_that_stands_still_waits_longer_and_longer() {
        queue.join();
        pass(40);
        queue.join();
        assertThat(queue.delay()).isEqualTo(40);
        pass(60);
        assertThat(queue.delay()).isEqualTo(100);
    }

    private void pass(long milliseconds) {
        nanos += TimeUnit.MILLISECONDS.toNanos(milliseconds);
    }
}
