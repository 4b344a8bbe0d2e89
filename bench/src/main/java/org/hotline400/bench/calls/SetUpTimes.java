package org.hotline400.bench.calls;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/// Times from INVITE to 200, sampled by calls of our own among those of a load.
///
/// @param sorted nanoseconds of calls that were answered, the shortest first
/// @param placed calls, answered or not
/// @param completed calls, whose BYE was confirmed
record SetUpTimes(List<Long> sorted, long placed, long completed) {
    SetUpTimes {
        sorted = sorted.stream().sorted().toList();
    }

    /// Samples while a load runs, until told to stop.
    static final class Sampling implements AutoCloseable {
        private static final int CALLS_A_SECOND = 100;
        private static final long SEED = 4;
        private static final long LAST_ANSWER_MILLIS = 1_000;

        private final OwnClient client;
        private final List<String> numbers;
        private final Thread thread;
        private volatile boolean over;

        Sampling(InetSocketAddress target, List<String> numbers) {
            this.client = new OwnClient(target);
            this.numbers = numbers;
            this.thread = Thread.ofPlatform().daemon().name("sampling").start(this::run);
        }

        /// At random moments, so that they do not fall in step with SIPp's clock.
        private void run() {
            var random = new Random(SEED);
            long next = System.nanoTime();
            while (!over) {
                client.call(numbers.get(random.nextInt(numbers.size())));
                next += (long) (-Math.log(1 - random.nextDouble()) * 1e9 / CALLS_A_SECOND);
                long wait = next - System.nanoTime();
                if (wait > 0) {
                    LockSupport.parkNanos(wait);
                }
            }
        }

        /// Ends the sampling; what is under way has a second to be answered.
        SetUpTimes stop() throws InterruptedException {
            over = true;
            thread.join();
            var deadline = System.nanoTime() + LAST_ANSWER_MILLIS * 1_000_000;
            while (client.completed() < client.placed() && System.nanoTime() < deadline) {
                Thread.sleep(10);
            }
            return new SetUpTimes(client.setUpTimes(), client.placed(), client.completed());
        }

        @Override
        public void close() {
            over = true;
            client.close();
        }
    }

    /// The share of calls that were refused, or not answered in time.
    double unansweredShare() {
        return placed == 0 ? 0 : (double) (placed - sorted.size()) / placed;
    }

    /// Of all calls: those without an answer took as long as a caller waits.
    ///
    /// @param percent such as 95
    double milliseconds(double percent) {
        if (placed == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percent / 100 * placed);
        if (rank > sorted.size()) {
            return Load.PATIENCE.toMillis();
        }
        return sorted.get(Math.max(0, rank - 1)) / 1e6;
    }
}
