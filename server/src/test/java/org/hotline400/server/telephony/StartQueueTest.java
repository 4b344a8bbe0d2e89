package org.hotline400.server.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StartQueueTest {
    private long nanos;
    private final StartQueue queue = new StartQueue(() -> nanos);

    @Test
    void a_few_calls_are_no_queue() {
        var place = queue.join();
        pass(300);
        assertThat(queue.delay()).isZero();
        queue.leave(place);
        assertThat(queue.delay()).isZero();
    }

    @Test
    void the_next_waits_as_long_as_the_last_did() {
        var first = queue.join();
        pass(10);
        crowd();
        pass(20);
        queue.leave(first);
        assertThat(queue.delay()).isEqualTo(30);
    }

    @Test
    void a_queue_that_stands_still_waits_longer_and_longer() {
        crowd();
        pass(40);
        queue.join();
        assertThat(queue.delay()).isEqualTo(40);
        pass(60);
        assertThat(queue.delay()).isEqualTo(100);
    }

    private void crowd() {
        for (int call = 0; call < StartQueue.FEW; call++) {
            queue.join();
        }
    }

    private void pass(long milliseconds) {
        nanos += TimeUnit.MILLISECONDS.toNanos(milliseconds);
    }
}
