package org.hotline400.server.enrolment.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BoundedWorkTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    @Test
    void what_comes_out_is_handed_on() {
        assertThat(new BoundedWork(1, Duration.ofSeconds(20)).run("test", isLate -> 7))
                .isEqualTo(new BoundedWork.Result.Finished<>(7));
    }

    @Test
    void a_failure_ends_nothing_else() {
        var work = new BoundedWork(1, Duration.ofSeconds(20));
        assertThat(work.run("test", BoundedWorkTest::endless)).isInstanceOf(BoundedWork.Result.Failed.class);
        assertThat(work.run("test", isLate -> 8)).isEqualTo(new BoundedWork.Result.Finished<>(8));
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int endless(BooleanSupplier isLate) {
        return 1 + endless(isLate);
    }

    @Test
    void who_is_late_is_told_and_keeps_his_place_until_he_has_ended() {
        var work = new BoundedWork(1, SHORT);
        var told = new AtomicBoolean();
        var end = new CountDownLatch(1);
        var late = work.run("test", isLate -> {
            end.await();
            told.set(isLate.getAsBoolean());
            return 1;
        });

        assertThat(late).isInstanceOf(BoundedWork.Result.Late.class);
        assertThat(work.run("test", isLate -> 2)).isInstanceOf(BoundedWork.Result.Busy.class);
        end.countDown();
        await().atMost(Duration.ofSeconds(10)).untilTrue(told);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> work.run("test", isLate -> 3), new BoundedWork.Result.Finished<>(3)::equals);
    }
}
