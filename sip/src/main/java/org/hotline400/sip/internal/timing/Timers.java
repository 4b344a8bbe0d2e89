package org.hotline400.sip.internal.timing;

/// Something that calls back later.
public interface Timers {

    /// Runs `task` once, after this many milliseconds.
    Timer after(long milliseconds, Runnable task);

    /// Milliseconds since some fixed moment.
    long now();
}
