package org.hotline400.media.internal;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls code that is not ours from a media thread: whatever it throws, the other calls go on.
final class Guard {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final long INTERVAL = 1_000_000_000L;
    private static final AtomicLong NEXT_REPORT = new AtomicLong(System.nanoTime());

    private Guard() {}

    /// @return false when it threw
    static boolean run(String what, Runnable theirs) {
        try {
            theirs.run();
            return true;
        } catch (RuntimeException | Error e) {
            report(what, e);
            return false;
        }
    }

    /// For calls that are made too often for a closure each. What fails at every frame must not fill the disk.
    static void report(String what, Throwable e) {
        long now = System.nanoTime();
        long next = NEXT_REPORT.get();
        if (now - next >= 0 && NEXT_REPORT.compareAndSet(next, now + INTERVAL)) {
            LOG.error("{} failed on a media thread (at most one such report a second)", what, e);
        }
    }
}
