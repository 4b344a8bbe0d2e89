package org.hotline400.sip.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class EventLoopTest {

    private static final int INBOX = 1 << 16;

    @Test
    void anInterruptedCallerWaitsForRoomAndStaysInterrupted() throws Exception {
        EventLoop loop = EventLoop.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        loop.start((message, source) -> {}, () -> {});
        var gate = new Gate();
        try {
            loop.execute(gate);
            assertThat(gate.entered.await(5, TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < INBOX; i++) {
                loop.execute(() -> {});
            }
            var ran = new CompletableFuture<Boolean>();
            var interrupted = new CompletableFuture<Boolean>();
            Thread caller = Thread.ofPlatform().start(() -> {
                Thread.currentThread().interrupt();
                loop.execute(() -> ran.complete(true));
                interrupted.complete(Thread.interrupted());
            });
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> caller.getState() == Thread.State.TIMED_WAITING || !caller.isAlive());
            gate.opened.countDown();
            assertThat(interrupted.get(5, TimeUnit.SECONDS)).isTrue();
            assertThat(ran.get(5, TimeUnit.SECONDS)).isTrue();
            caller.join(5_000);
        } finally {
            gate.opened.countDown();
            loop.stop();
        }
    }

    /// Holds the loop up until it is opened.
    private static final class Gate implements Runnable {

        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch opened = new CountDownLatch(1);

        @Override
        public void run() {
            entered.countDown();
            try {
                assertThat(opened.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
