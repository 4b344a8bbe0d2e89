package org.hotline400.media.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// All counts of one stream: counted by one thread, read by any. They share one array because the garbage collector
/// copies what live calls hold, object by object.
@SuppressWarnings("EnumOrdinal") // a place in an array that only this class sees
final class Tally {
    private static final VarHandle VALUE = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int COUNTS = Count.values().length;

    private final long[] values = new long[COUNTS];

    void increment(Count count) {
        add(count, 1);
    }

    void add(Count count, long more) {
        set(count, values[count.ordinal()] + more);
    }

    void set(Count count, long now) {
        VALUE.setRelease(values, count.ordinal(), now);
    }

    long get(Count count) {
        return (long) VALUE.getAcquire(values, count.ordinal());
    }
}
