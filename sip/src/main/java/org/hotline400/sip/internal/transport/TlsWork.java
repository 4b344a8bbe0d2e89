package org.hotline400.sip.internal.transport;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.hotline400.sip.internal.timing.Complaints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the signatures and key agreements of TLS handshakes are worked out, and the buffers that the connections of
/// one loop share.
final class TlsWork {

    private static final Logger LOG = LoggerFactory.getLogger(TlsWork.class);

    private static final int THREADS = 2;
    /// Each connection has at most one piece of work at a time.
    private static final int MOST_WAITING = 8192;
    /// Above the longest record that the JDK's engine reads or writes.
    private static final int BUFFER = 48 << 10;

    private final Executor loop;
    private final Complaints complaints = new Complaints();
    private final ThreadPoolExecutor threads;
    private final ByteBuffer in = ByteBuffer.allocate(BUFFER);
    private final ByteBuffer out = ByteBuffer.allocate(BUFFER);

    TlsWork(Executor loop) {
        this.loop = loop;
        this.threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                5,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                task -> Thread.ofPlatform().name("sip-tls").daemon(true).unstarted(task));
        threads.allowCoreThreadTimeOut(true);
    }

    /// Runs a task on another thread and then `done` on the loop, even when that is so overloaded that it must be asked
    /// again: a connection whose work never came back would be deaf.
    ///
    /// @throws RejectedExecutionException when too much waits
    void run(Runnable task, Runnable done) {
        threads.execute(() -> {
            try {
                task.run();
            } catch (Throwable e) {
                complaints.failed(LOG, "A TLS handshake's work failed", e);
            }
            handBack(done);
        });
    }

    private void handBack(Runnable done) {
        while (!threads.isShutdown()) {
            try {
                loop.execute(done);
                return;
            } catch (RejectedExecutionException e) {
                // Overloaded: the loop was waited for. Closed: these threads are shut down next.
                Thread.onSpinWait();
            }
        }
    }

    /// For bytes from the socket; the loop's thread alone uses it, within one turn.
    ByteBuffer in() {
        return in;
    }

    /// For bytes to the socket, likewise.
    ByteBuffer out() {
        return out;
    }

    void close() {
        threads.shutdownNow();
    }
}
