package org.hotline400.sip.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class EventLoopTest {

    private static final int INBOX = 1 << 16;

    /// Holds the loop up at the gate, with as many commands behind it as the inbox takes.
    private static void fill(EventLoop loop, Gate gate, Runnable command) throws InterruptedException {
        loop.execute(gate);
        assertThat(gate.entered.await(5, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < INBOX; i++) {
            loop.execute(command);
        }
    }

    @Test
    void anInterruptedCallerWaitsForRoomAndStaysInterrupted() throws Exception {
        EventLoop loop = EventLoop.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        loop.start((message, source) -> {}, () -> {});
        var gate = new Gate();
        try {
            fill(loop, gate, () -> {});
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

    @Test
    void whatMustNotBeLostIsTakenByAFullInboxBehindWhatIsThere() throws Exception {
        EventLoop loop = EventLoop.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        loop.start((message, source) -> {}, () -> {});
        var gate = new Gate();
        try {
            var before = new AtomicInteger();
            fill(loop, gate, before::incrementAndGet);
            assertThatThrownBy(() -> loop.execute(() -> {})).hasMessageContaining("overloaded");
            var end = new CompletableFuture<Integer>();

            loop.executeAnyway(() -> end.complete(before.get()));

            gate.opened.countDown();
            assertThat(end.get(5, TimeUnit.SECONDS)).isEqualTo(INBOX);
        } finally {
            gate.opened.countDown();
            loop.stop();
        }
        assertThatThrownBy(() -> loop.executeAnyway(() -> {})).hasMessageContaining("closed");
    }

    @Test
    void anErrorCostsWhatCausedItAndNothingElse() throws Exception {
        EventLoop loop = EventLoop.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        var received = new LinkedBlockingQueue<Byte>();
        var over = new CompletableFuture<Void>();
        loop.whenOver(() -> over.complete(null));
        loop.start(
                (message, source) -> {
                    if (message[0] == 'e') {
                        throw new StackOverflowError("by a message");
                    }
                    received.add(message[0]);
                },
                () -> {});
        try (var socket = new DatagramSocket()) {
            loop.execute(() -> {
                throw new NoClassDefFoundError("by a command");
            });
            loop.execute(() -> loop.timers().after(1, () -> {
                throw new OutOfMemoryError("by a timer");
            }));
            for (char kind : new char[] {'e', 'm'}) {
                var bytes = new byte[20];
                bytes[0] = (byte) kind;
                socket.send(new DatagramPacket(bytes, bytes.length, loop.address()));
            }
            assertThat(received.poll(5, TimeUnit.SECONDS)).isEqualTo((byte) 'm');
            var ran = new CompletableFuture<Boolean>();
            loop.execute(() -> loop.timers().after(30, () -> ran.complete(true)));
            assertThat(ran.get(5, TimeUnit.SECONDS)).isTrue();
            assertThat(over).isNotDone();
        } finally {
            loop.stop();
        }
        assertThat(over).isDone();
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
