package org.hotline400.server.charging.internal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Settles calls in the background, twice a second and at once where there is more.
@Component
public class ChargingWork implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ChargingWork.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration STOP = Duration.ofSeconds(15);

    private final Settler settler;
    private final Exhaustion exhaustion;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile Thread thread = Thread.ofPlatform().unstarted(() -> {});
    private boolean failing;

    public ChargingWork(Settler settler, Exhaustion exhaustion) {
        this.settler = settler;
        this.exhaustion = exhaustion;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("charging").daemon().start(this::run);
    }

    private void run() {
        try {
            while (stopped.getCount() > 0) {
                if (!turn()) {
                    var _ = stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A failure (mostly: the database is away) is told once and the work done at the next turn.
    ///
    /// @return whether there is more to do at once
    private boolean turn() {
        try {
            var step = settler.step();
            step.spent().forEach(exhaustion::suspect);
            failing = false;
            return !step.isAll();
        } catch (RuntimeException e) {
            if (!failing) {
                log.warn("calls wait to be settled: {}", String.valueOf(e));
            }
            failing = true;
            return false;
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
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
