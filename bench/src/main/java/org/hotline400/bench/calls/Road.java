package org.hotline400.bench.calls;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.hotline400.bench.platform.ProcessUsage;

/// What lies between the callers and the carrier.
interface Road {
    /// Such as `Hotline400`.
    String name();

    /// Where callers call.
    InetSocketAddress sip();

    /// What it has used of the machine.
    ProcessUsage usage();

    /// Called before a load.
    void prepare();

    /// Called after a load: waits until everything about it is written.
    ///
    /// @param completed calls of the load
    /// @return what was written
    Settled settle(long completed) throws InterruptedException;

    /// @param records of calls written; −1 where none are kept
    /// @param after how long after the load's end the last was there
    record Settled(long records, Duration after) {
        static final Settled KEEPS_NONE = new Settled(-1, Duration.ZERO);

        boolean keepsRecords() {
            return records >= 0;
        }
    }
}
