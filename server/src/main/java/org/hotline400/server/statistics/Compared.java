package org.hotline400.server.statistics;

/// A figure in the period and in the one before.
public record Compared(Count now, Count before) {
    public static final Compared NONE = new Compared(Count.NONE, Count.NONE);

    public Compared plus(Compared more) {
        return new Compared(now.plus(more.now), before.plus(more.before));
    }
}
