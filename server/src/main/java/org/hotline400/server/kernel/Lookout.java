package org.hotline400.server.kernel;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Looks again and again while the server runs, on a thread of its own, for what comes with time alone: a new
/// day, a beginning, an end. A look that fails is logged and made again after the next pause.
public abstract class Lookout implements SmartLifecycle {
    private final String name;
    private final Duration pause;
    private volatile @Nullable ScheduledThreadPoolExecutor timer;

    /// @param name of the thread
    /// @param pause between two looks
    protected Lookout(String name, Duration pause) {
        this.name = name;
        this.pause = pause;
    }

    /// One look; never two at once.
    protected abstract void lookOut();

    private void lookAgain() {
        try {
            lookOut();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(getClass())
                    .warn("{} failed, trying again in {}: {}", name, pause, String.valueOf(e));
        }
    }

    @Override
    public final void start() {
        var thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name(name).daemon().factory());
        var _ = thread.scheduleWithFixedDelay(this::lookAgain, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        timer = thread;
    }

    @Override
    public final void stop() {
        var thread = timer;
        if (thread != null) {
            thread.shutdownNow();
        }
        timer = null;
    }

    @Override
    public final boolean isRunning() {
        return timer != null;
    }
}
