package org.hotline400.sip.internal.guard;

/// Whether the loop keeps up, judged by what it cannot hide: datagrams that are still there after a full turn of
/// reading, and turns that take or begin too late. Calls under way need the loop more than new ones do, so new ones
/// are shed before anything else suffers.
///
/// All times in milliseconds.
public final class LoadGauge {

    /// A turn takes a few milliseconds; smoothed over some twenty turns, so that one pause of the machine is no alarm.
    private static final double WEIGHT = 0.05;

    private static final double LONGEST_TURN = 250;
    /// So long may datagrams wait in the socket without a moment when all were read.
    private static final long LONGEST_BACKLOG = 500;

    private double turn;
    private long emptied;
    private long now;

    /// A turn of the loop is over.
    ///
    /// @param at now
    /// @param took how long it took, with what it was woken too late
    /// @param empty whether the socket had nothing more to read at its end
    public void turned(long at, double took, boolean empty) {
        now = at;
        turn += WEIGHT * (took - turn);
        if (empty) {
            emptied = at;
        }
    }

    public boolean overloaded() {
        return turn > LONGEST_TURN || now - emptied > LONGEST_BACKLOG;
    }
}
