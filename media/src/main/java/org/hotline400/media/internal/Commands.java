package org.hotline400.media.internal;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// What other threads want of one port, in order, bounded.
final class Commands {
    private static final int MOST = 256;

    private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(MOST);

    void add(Runnable command) {
        if (!waiting.offer(command)) {
            throw new IllegalStateException(
                    MOST + " commands of one port are waiting: the media thread does not keep up, add threads");
        }
    }

    @Nullable
    Runnable poll() {
        return waiting.poll();
    }
}
