package org.hotline400.server.recordings.internal;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hotline400.server.vault.MissedKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The work in the background: recovery at start, the catalogue several times a second, retention by the
/// minute.
@Component
class RecordingKeeping implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingKeeping.class);
    /// How long a finished recording may wait for the catalogue; looking costs one listing of an empty folder.
    private static final long CATALOGUE_MILLIS = 250;
    private static final long SWEEP_MILLIS = TimeUnit.MINUTES.toMillis(1);
    private static final long WALK_MILLIS = TimeUnit.HOURS.toMillis(6);

    private final RecordingFolder folder;
    private final RecordingCatalogue catalogue;
    private final MissedKeys keys;
    private final Retention retention;
    private volatile ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean running;

    RecordingKeeping(RecordingFolder folder, RecordingCatalogue catalogue, MissedKeys keys, Retention retention) {
        this.folder = folder;
        this.catalogue = catalogue;
        this.keys = keys;
        this.retention = retention;
    }

    private interface Task {
        void run() throws IOException;
    }

    @Override
    public void start() {
        timer = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().name("recordings-", 0).daemon().factory());
        every(CATALOGUE_MILLIS, "the catalogue", () -> {
            catalogue.takeInPending();
            keys.makeMissing();
        });
        // Each on its own: what stops one of them must not stop the others.
        every(SWEEP_MILLIS, "recovery", folder::recover);
        every(SWEEP_MILLIS, "retention", retention::sweep);
        every(SWEEP_MILLIS, "keyless recordings", catalogue::tryKeylessAgain);
        every(WALK_MILLIS, "the walk over all files", catalogue::noteUnknown);
        running = true;
    }

    private void every(long milliseconds, String name, Task task) {
        var _ = timer.scheduleWithFixedDelay(new Turn(name, task), 0, milliseconds, TimeUnit.MILLISECONDS);
    }

    /// A failure (mostly: the database is away) is told once and the work done at the next turn.
    private static final class Turn implements Runnable {
        private final String name;
        private final Task task;
        private boolean failing;

        Turn(String name, Task task) {
            this.name = name;
            this.task = task;
        }

        @Override
        public void run() {
            try {
                task.run();
                failing = false;
            } catch (IOException | RuntimeException e) {
                if (!failing) {
                    LOG.warn("recordings: {} failed and is tried again: {}", name, String.valueOf(e));
                }
                failing = true;
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdown();
        try {
            if (!timer.awaitTermination(20, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException e) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
        new Turn("the catalogue", catalogue::takeInPending).run();
    }

    /// Early to start and late to stop: calls that end while the server shuts down are still taken in.
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
