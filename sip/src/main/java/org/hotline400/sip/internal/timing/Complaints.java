package org.hotline400.sip.internal.timing;

import java.time.Duration;
import org.slf4j.Logger;

/// Logs failures that a peer could cause in masses: one line in ten seconds, with how many it stands for.
public final class Complaints {

    private static final long QUIET = Duration.ofSeconds(10).toNanos();

    private long lastSaid = System.nanoTime() - QUIET;
    private long unsaid;

    public synchronized void failed(Logger log, String what, Throwable cause) {
        long now = System.nanoTime();
        unsaid++;
        if (now - lastSaid >= QUIET) {
            log.error("{} ({} such failures since the last line)", what, unsaid, cause);
            lastSaid = now;
            unsaid = 0;
        }
    }
}
