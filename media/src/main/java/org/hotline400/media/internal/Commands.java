package org.hotline400.media.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// What other threads want of one port, in order, bounded.
final class Commands {
    private static final int MOST = 256;
    private static final int USUAL = 6;

    private final Deque<Runnable> waiting = new ArrayDeque<>(USUAL);

    synchronized void add(Runnable command) {
        if (waiting.size() >= MOST) {
            throw new IllegalStateException(
                    MOST + " commands of one port are waiting: the media thread does not keep up, add threads");
        }
        waiting.addLast(command);
    }

    synchronized @Nullable Runnable poll() {
        return waiting.pollFirst();
    }
}
