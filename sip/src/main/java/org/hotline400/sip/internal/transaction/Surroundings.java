package org.hotline400.sip.internal.transaction;

import org.hotline400.sip.internal.timing.Timers;

/// What a transaction machine stands in.
///
/// @param t1 RFC 3261 §17.1.1.1, milliseconds
public record Surroundings(Outlet outlet, Timers timers, long t1) {

    private static final long T2 = 4_000;
    private static final long T4 = 5_000;

    /// The longest interval between retransmissions (RFC 3261 §17.1.2.2): 4 s, and less only on a network whose
    /// T1 is below 500 ms.
    public long t2() {
        return Math.min(8 * t1, T2);
    }

    /// How long a message stays in the network (RFC 3261 §17.1.2.2): 5 s, less only as with T2.
    public long t4() {
        return Math.min(10 * t1, T4);
    }

    /// How long to wait for an answer: 32 s at the usual T1.
    public long patience() {
        return 64 * t1;
    }
}
