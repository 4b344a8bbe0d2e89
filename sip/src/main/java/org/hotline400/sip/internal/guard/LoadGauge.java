package org.hotline400.sip.internal.guard;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/// Whether the loop and the application keep up, judged by what they cannot hide: how long datagrams wait in
/// the socket, how long turns take, how long a new call waits for the application. Calls under way need both
/// more than new ones do, so new ones are shed before anything else suffers.
///
/// They are shed by chance. The share is steered by the controller of PIE (RFC 8033 §4.2), so that what is let in keeps
/// the server just busy: twice the load that it can carry must not halve what it does. Beyond a last limit all are
/// shed.
///
/// All times in milliseconds.
public final class LoadGauge {

    /// A turn takes a few milliseconds; smoothed over some twenty turns, so that one pause of the machine is no alarm.
    private static final double WEIGHT = 0.05;

    private static final double LONGEST_TURN = 250;
    /// So long may datagrams wait in the socket without a moment when all were read.
    private static final long LONGEST_BACKLOG = 500;

    /// What a new call may wait, and how often the share is set anew (RFC 8033: QDELAY_REF, T_UPDATE). More than a
    /// moment in which the machine compiles or collects; so little that no peer repeats its INVITE (T1, 500 ms).
    private static final double TARGET = 80;

    private static final long INTERVAL = 15;
    /// The share for each millisecond of delay above the target, and for each that it grew (alpha, beta).
    private static final double ALPHA = 0.125 / 1000;

    private static final double BETA = 1.25 / 1000;
    /// No pause of the machine, however long, does more than this at once.
    private static final double MOST_AT_ONCE = 0.02;

    /// So long after a quiet time nothing is shed: fifty calls at once, or the first ones of a cold process,
    /// are no overload (RFC 8033: MAX_BURST).
    private static final long BURST = 500;

    private static final double FADING = 0.98;
    private static final double MOST = 0.95;
    /// A smaller share is noise: some 50 ms of waiting now and then, and over before a call that was shed could come
    /// again.
    private static final double LEAST = 0.05;

    private final DoubleSupplier chance;
    private LongSupplier application = () -> 0;
    private double turn;
    private long emptied;
    private long now;
    private long steered;
    private double delay;
    private double share;
    private long burst = BURST;

    public LoadGauge() {
        this(() -> ThreadLocalRandom.current().nextDouble());
    }

    /// @param chance gives numbers in [0, 1)
    LoadGauge(DoubleSupplier chance) {
        this.chance = chance;
    }

    /// @param waiting how long a call that comes now will wait there
    public void application(LongSupplier waiting) {
        application = waiting;
    }

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
        if (at - steered >= INTERVAL) {
            double waits = (double) (at - emptied) + application.getAsLong();
            allowBurst(waits, at - steered);
            steered = at;
            steer(waits);
        }
    }

    private void allowBurst(double waits, long passed) {
        boolean quiet = share < LEAST && waits < TARGET / 2 && delay < TARGET / 2;
        burst = quiet ? BURST : Math.max(0, burst - passed);
    }

    private void steer(double waits) {
        if (waits == 0 && delay == 0) {
            share *= FADING;
        } else {
            double change = ALPHA * (waits - TARGET) + BETA * (waits - delay);
            share = Math.clamp(share + Math.min(change, MOST_AT_ONCE), 0, MOST);
        }
        delay = waits;
    }

    /// The share of new calls that is shed now, 0..1.
    double share() {
        return share;
    }

    /// Whether a new call is to be shed.
    public boolean overloaded() {
        return turn > LONGEST_TURN
                || now - emptied > LONGEST_BACKLOG
                || (burst == 0 && share > LEAST && chance.getAsDouble() < share);
    }
}
