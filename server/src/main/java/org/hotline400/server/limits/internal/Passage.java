package org.hotline400.server.limits.internal;

import java.time.Instant;

/// What became of a call at a gate.
public sealed interface Passage {

    /// Whether only this node's own calls were counted, because the database could not be asked.
    boolean locally();

    /// @param window the begin of the second or month that it counts in
    record Granted(Instant window, boolean locally) implements Passage {}

    /// @param most the limit that was reached
    record Denied(Limit limit, long most, boolean locally) implements Passage {}

    /// Which limit.
    enum Limit {
        A_SECOND,
        A_MONTH,
        AT_ONCE
    }
}
