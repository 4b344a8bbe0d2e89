package org.hotline400.bench.media;

/// When a message over UDP is sent again: after 500 ms, then twice as long each time, at most four seconds
/// (RFC 3261 §17.1.2.2), given up after ten.
final class Repetition {
    private static final long FIRST = 500_000_000L;
    private static final long LONGEST = 4_000_000_000L;
    private static final long GIVE_UP = 10_000_000_000L;

    private boolean running;
    private long began;
    private long due;
    private long interval;

    Repetition(long now) {
        start(now);
    }

    void start(long now) {
        running = true;
        began = now;
        interval = FIRST;
        due = now + interval;
    }

    void stop() {
        running = false;
    }

    boolean due(long now) {
        if (!running || now - due < 0) {
            return false;
        }
        interval = Math.min(LONGEST, 2 * interval);
        due = now + interval;
        return true;
    }

    boolean givenUp(long now) {
        return running && now - began > GIVE_UP;
    }
}
