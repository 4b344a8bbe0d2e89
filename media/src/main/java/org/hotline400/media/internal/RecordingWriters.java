package org.hotline400.media.internal;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The few threads on which recordings reach their sinks. Each recording is in their queue at most once.
final class RecordingWriters {
    private static final int THREADS = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("media-recording-", 1).factory());
    private final AtomicInteger open = new AtomicInteger();

    void opened() {
        open.incrementAndGet();
    }

    void closed() {
        open.decrementAndGet();
    }

    /// Recordings whose sink is not closed yet.
    int recordings() {
        return open.get();
    }

    void run(Recorder recorder) {
        try {
            threads.execute(recorder);
        } catch (RejectedExecutionException e) {
            // The engine has closed meanwhile: whoever ends the recording now writes what is left of it.
            recorder.run();
        }
    }

    /// Lets what is waiting be written; recordings that have not reached a thread by then are closed as failed.
    void close(Duration patience) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                giveUp();
            }
        } catch (InterruptedException e) {
            giveUp();
            Thread.currentThread().interrupt();
        }
    }

    private void giveUp() {
        for (Runnable waiting : threads.shutdownNow()) {
            if (waiting instanceof Recorder recorder) {
                recorder.abandon();
            }
        }
    }
}
