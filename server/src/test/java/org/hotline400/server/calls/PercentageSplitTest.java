package org.hotline400.server.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.testing.SipServer;
import org.hotline400.simulator.Behaviour;
import org.hotline400.simulator.Talk;
import org.hotline400.simulator.TookTooLongException;
import org.hotline400.simulator.Voice;
import org.junit.jupiter.api.Test;

/// A split by percentage over a thousand real calls.
class PercentageSplitTest {
    private static final int CALLS = 1_000;
    private static final int AT_ONCE = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, Integer> SHARES =
            Map.of("13800000001", 50, "13800000002", 30, "13800000003", 15, "13800000004", 5);

    @Test
    void callsAreSplitAsThePlanSays() throws IOException, InterruptedException {
        try (var server = SipServer.start()) {
            var talk = Talk.saying(new Voice.Silence()).hangingUpAfter(Duration.ofMillis(100));
            SHARES.keySet().forEach(number -> server.carrier().phone(number, Behaviour.answers(Duration.ZERO, talk)));
            var targets = SHARES.entrySet().stream()
                    .map(share -> "{\"to\": \"%s\", \"percent\": %d}".formatted(share.getKey(), share.getValue()))
                    .collect(Collectors.joining(", "));
            var number = server.addNumber("""
                    {"settings": {"charging": "ringback"}, "start": "split", "steps": {"split": {"type": "distribute",
                     "strategy": "percentage", "targets": [%s]}}}
                    """.formatted(targets));

            var room = new Semaphore(AT_ONCE);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < CALLS; i++) {
                    var caller = "139%08d".formatted(i);
                    room.acquire();
                    threads.execute(() -> {
                        call(server, number.digits(), caller);
                        room.release();
                    });
                }
            }

            var reached = await("every record is stored")
                    .atMost(PATIENCE)
                    .until(
                            () -> reached(server),
                            split -> split.values().stream()
                                            .mapToLong(Long::longValue)
                                            .sum()
                                    == CALLS);
            // Three degrees of freedom; 30.67 is p = 0.000001: the draws are not seeded.
            assertThat(chiSquare(reached)).isLessThan(30.67);
        }
    }

    private static void call(SipServer server, String number, String caller) {
        try {
            server.carrier().call(number, caller).awaitEnded(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TookTooLongException e) {
            // The count tells.
        }
    }

    /// How many calls each target talked with, by the stored records.
    private static Map<String, Long> reached(SipServer server) {
        return server
                .bean(Transactions.class)
                .asOperator(() -> server.bean(CallRecords.class)
                        .list(CallFilter.ALL, Optional.empty(), 2 * CALLS)
                        .items())
                .stream()
                .flatMap(record -> Rehearsed.reached(record).stream())
                .filter(attempt -> attempt.endsWith(" reached"))
                .map(attempt -> attempt.substring(0, attempt.indexOf(' ')))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static double chiSquare(Map<String, Long> reached) {
        return SHARES.entrySet().stream()
                .mapToDouble(share -> {
                    double expected = CALLS * share.getValue() / 100.0;
                    return Math.pow(reached.getOrDefault(share.getKey(), 0L) - expected, 2) / expected;
                })
                .sum();
    }
}
