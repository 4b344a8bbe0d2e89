package org.hotline400.bench.calls;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.hotline400.bench.platform.Provisioning;

/// Calls again and again until the first call is answered.
final class FirstCall {
    private static final Duration EVERY = Duration.ofMillis(50);

    private FirstCall() {}

    /// @return false when none was within the time
    static boolean isAnswered(InetSocketAddress target, Duration within) throws InterruptedException {
        var number = Provisioning.numbers(1).getFirst();
        var deadline = System.nanoTime() + within.toNanos();
        try (var client = new OwnClient(target)) {
            while (!client.hasAnswer() && System.nanoTime() < deadline) {
                client.call(number);
                Thread.sleep(EVERY);
            }
            return client.hasAnswer();
        }
    }
}
