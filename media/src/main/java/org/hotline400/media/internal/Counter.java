package org.hotline400.media.internal;

import java.util.concurrent.atomic.AtomicLong;

/// Counted by one thread, read by any.
final class Counter {
    private final AtomicLong value = new AtomicLong();

    void increment() {
        add(1);
    }

    void add(long more) {
        set(value.getPlain() + more);
    }

    void set(long now) {
        value.setRelease(now);
    }

    long get() {
        return value.get();
    }
}
