package org.hotline400.server.enrolment.papers;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// One thread that looks at papers one after the other, and sweeps every hour.
final class PaperWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PaperWorker.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final PaperReading reading;
    private final PaperSweep sweep;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile Thread thread = Thread.ofVirtual().unstarted(() -> {});
    private boolean failing;

    PaperWorker(PaperReading reading, PaperSweep sweep) {
        this.reading = reading;
        this.sweep = sweep;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofVirtual().name("paper-worker").start(this::run);
    }

    private void run() {
        long swept = System.nanoTime() - BETWEEN_SWEEPS.toNanos();
        try {
            while (!stopped.await(turn() ? 0 : PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() - swept >= BETWEEN_SWEEPS.toNanos()) {
                    swept = System.nanoTime();
                    sweep();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A failure (mostly: the database is away) is told once and the work done at a later turn.
    ///
    /// @return whether there may be more to do
    private boolean turn() {
        try {
            boolean more = reading.readOne();
            failing = false;
            return more;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("papers wait to be looked at: {}", String.valueOf(e));
            }
            failing = true;
            return false;
        }
    }

    private void sweep() {
        try {
            sweep.run();
        } catch (IOException | RuntimeException e) {
            LOG.warn("papers that nobody needs were not removed, again in an hour: {}", String.valueOf(e));
        }
    }

    @Override
    public void stop() {
        if (!isRunning()) {
            return;
        }
        stopped.countDown();
        thread.interrupt();
        try {
            var _ = thread.join(STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }
}
