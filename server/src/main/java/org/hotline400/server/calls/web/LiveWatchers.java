package org.hotline400.server.calls.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hotline400.server.calls.LiveCalls;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Who watches the board now: bounded for each person and in all, and sent away when the server stops.
@Component
class LiveWatchers implements SmartLifecycle {
    private static final Problem MANY = new Problem(
            429,
            "calls.too-many-watchers",
            "Too many live boards are open; close one of them.",
            "打开的实时通话页面过多，请先关闭其中一个。");
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int EACH = 5;
    private static final int ALL = 500;

    private final LiveCalls live;
    private final Map<UUID, Integer> watching = new HashMap<>();
    private volatile boolean running;
    private int all;

    LiveWatchers(LiveCalls live) {
        this.live = live;
    }

    /// @throws ProblemException when there is none left
    synchronized Place take(UUID principal) {
        if (all >= ALL || watching.getOrDefault(principal, 0) >= EACH) {
            throw new ProblemException(MANY, SOON);
        }
        all++;
        watching.merge(principal, 1, Integer::sum);
        return new Place(principal);
    }

    private synchronized void leave(UUID principal) {
        all--;
        int left = watching.getOrDefault(principal, 1) - 1;
        if (left == 0) {
            watching.remove(principal);
        } else {
            watching.put(principal, left);
        }
    }

    /// One watcher's place, until it is closed.
    final class Place implements AutoCloseable {
        private final UUID principal;

        private Place(UUID principal) {
            this.principal = principal;
        }

        boolean isOpen() {
            return running;
        }

        @Override
        public void close() {
            leave(principal);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /// Before the web server waits for its last requests.
    @Override
    public void stop() {
        running = false;
        live.wake();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
