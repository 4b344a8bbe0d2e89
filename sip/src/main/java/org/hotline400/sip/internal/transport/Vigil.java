package org.hotline400.sip.internal.transport;

/// Watches over one connection in use: when it is idle, when to ping, when the other end must be dead. Times are the
/// loop's milliseconds.
final class Vigil {

    private static final long NEVER = Long.MAX_VALUE;

    /// What to do now.
    sealed interface Wish {
        record Nothing() implements Wish {}

        record Ping() implements Wish {}

        record Close(String why) implements Wish {}
    }

    private final StreamTimes times;
    private final boolean ours;
    private long lastUsed;
    private long pinged;
    private long stuckSince = NEVER;
    private boolean awaitsPong;
    private boolean knownToPong;

    /// @param ours whether we opened the connection: only then we ping
    Vigil(StreamTimes times, boolean ours, long now) {
        this.times = times;
        this.ours = ours;
        this.lastUsed = now;
        this.pinged = now;
    }

    void used(long now) {
        lastUsed = now;
    }

    /// The peer takes nothing of what waits.
    ///
    /// @return whether this is news
    boolean stuck(long now) {
        if (stuckSince != NEVER) {
            return false;
        }
        stuckSince = now;
        return true;
    }

    /// The peer took something.
    void moved() {
        stuckSince = NEVER;
    }

    /// A CRLF came. Whoever answers pings once is held to it (RFC 5626 §4.4.1); RFC 3261 alone asks nobody to.
    void ponged() {
        knownToPong |= awaitsPong;
        awaitsPong = false;
    }

    /// When to look again.
    long due() {
        long due = lastUsed + idle();
        if (ours) {
            due = Math.min(due, pinged + (awaitsPong ? times.pong() : times.ping()).toMillis());
        }
        return stuckSince == NEVER
                ? due
                : Math.min(due, stuckSince + times.stuck().toMillis());
    }

    private long idle() {
        return (ours ? times.ownIdle() : times.idle()).toMillis();
    }

    Wish look(long now) {
        if (stuckSince != NEVER && now - stuckSince >= times.stuck().toMillis()) {
            return new Wish.Close(
                    "the other end took nothing for " + times.stuck().toSeconds() + " s");
        }
        if (now - lastUsed >= idle()) {
            return new Wish.Close("it was idle");
        }
        if (!ours) {
            return new Wish.Nothing();
        }
        if (awaitsPong && now - pinged >= times.pong().toMillis()) {
            awaitsPong = false;
            return knownToPong ? new Wish.Close("the other end answers no keep-alive any more") : new Wish.Nothing();
        }
        if (!awaitsPong && now - pinged >= times.ping().toMillis()) {
            awaitsPong = true;
            pinged = now;
            return new Wish.Ping();
        }
        return new Wish.Nothing();
    }
}
