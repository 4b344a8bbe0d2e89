package org.hotline400.media.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// Counted by one thread, read by any. A call has some thirty: no object more than it takes.
final class Counter {
    private static final VarHandle VALUE = value();

    private volatile long value;

    private static VarHandle value() {
        try {
            return MethodHandles.lookup().findVarHandle(Counter.class, "value", long.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    void increment() {
        add(1);
    }

    void add(long more) {
        set((long) VALUE.get(this) + more);
    }

    void set(long now) {
        VALUE.setRelease(this, now);
    }

    long get() {
        return value;
    }
}
