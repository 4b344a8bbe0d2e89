package org.hotline400.server.numbers.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hotline400.server.web.ProblemException;
import org.junit.jupiter.api.Test;

class SearchGateTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final CountDownLatch going = new CountDownLatch(1);

    /// A search that goes on until it is let go.
    private CompletableFuture<String> search(SearchGate gate, String answer) {
        return CompletableFuture.supplyAsync(
                () -> gate.pass(() -> {
                    try {
                        going.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return answer;
                }),
                Thread::startVirtualThread);
    }

    @Test
    void who_waits_gets_his_turn_and_who_finds_the_queue_full_is_told_so() {
        var gate = new SearchGate(1, 1, LONG);
        var first = search(gate, "first");
        await().until(() -> gate.running() == 1);
        var second = search(gate, "second");
        await().until(() -> gate.queued() == 1);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> gate.pass(() -> "third"))
                .satisfies(refused -> assertThat(refused.problem().code()).isEqualTo("numbers.busy"));

        going.countDown();
        assertThat(first.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo("first");
        assertThat(second.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo("second");
        assertThat(gate.pass(() -> "fourth")).isEqualTo("fourth");
    }

    @Test
    void nobody_waits_for_longer_than_he_would() {
        var gate = new SearchGate(1, 10, Duration.ofMillis(50));
        var first = search(gate, "first");
        await().until(() -> gate.running() == 1);

        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> gate.pass(() -> "second"));

        going.countDown();
        assertThat(first.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo("first");
    }

    @Test
    void a_search_that_fails_leaves_its_place() {
        var gate = new SearchGate(1, 1, LONG);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> gate.pass(() -> {
                    throw new IllegalStateException("broken");
                }));
        assertThat(gate.pass(() -> "next")).isEqualTo("next");
    }
}
