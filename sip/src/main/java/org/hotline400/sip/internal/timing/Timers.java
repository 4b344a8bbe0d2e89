package org.hotline400.sip.internal.timing;

/// Something that calls back later.
public interface Timers {

    /// Runs `task` once, after this many milliseconds.
    Timer after(long milliseconds, Runnable task);

    /// Lets it know once, after this many milliseconds, in place of when it was to be before.
    void arm(long milliseconds, Timed timed);

    /// Does nothing when it is not armed.
    void disarm(Timed timed);

    /// Milliseconds since some fixed moment.
    long now();
}
