package org.hotline400.media.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls code that is not ours from a media thread: whatever it throws, the other calls go on.
final class Guard {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    private Guard() {}

    /// @return false when it threw
    static boolean run(String what, Runnable theirs) {
        try {
            theirs.run();
            return true;
        } catch (RuntimeException | Error e) {
            LOG.error("{} failed on a media thread", what, e);
            return false;
        }
    }
}
