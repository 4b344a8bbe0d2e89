package org.hotline400.media.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// What other threads want of one port, in order, bounded.
final class Commands {
    private static final int MOST = 256;
    private static final int USUAL = 6;

    /// Null while nothing waits: for most of its call a port is left alone.
    private @Nullable Deque<Runnable> waiting;
    /// Whether the port was woken and not run since.
    private boolean queued;

    synchronized void add(Runnable command) {
        if (waiting == null) {
            waiting = new ArrayDeque<>(USUAL);
        }
        if (waiting.size() >= MOST) {
            throw new IllegalStateException(
                    MOST + " commands of one port are waiting: the media thread does not keep up, add threads");
        }
        waiting.addLast(command);
    }

    synchronized @Nullable Runnable poll() {
        Runnable next = waiting == null ? null : waiting.pollFirst();
        if (next == null) {
            waiting = null;
        }
        return next;
    }

    /// @return false when it was marked already
    synchronized boolean markQueued() {
        boolean first = !queued;
        queued = true;
        return first;
    }

    synchronized void unmarkQueued() {
        queued = false;
    }
}
