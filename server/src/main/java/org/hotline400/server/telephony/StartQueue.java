package org.hotline400.server.telephony;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/// Calls whose thread has not run yet: how long they wait tells whether the machine keeps up.
final class StartQueue {
    /// Fewer are no sign of overload, however long they wait: the machine is busy with something else, or the
    /// process is cold (RFC 8033 §4.1 lets a short queue pass, too).
    static final int FEW = 100;

    private final LongSupplier nanoTime;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile long lastWait;
    private volatile long lastLeft;

    /// @param since when
    record Place(long since) {}

    StartQueue() {
        this(System::nanoTime);
    }

    StartQueue(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    Place join() {
        long now = nanoTime.getAsLong();
        if (waiting.getAndIncrement() == 0) {
            lastLeft = now;
        }
        return new Place(now);
    }

    void leave(Place place) {
        long now = nanoTime.getAsLong();
        lastWait = now - place.since();
        lastLeft = now;
        waiting.decrementAndGet();
    }

    /// How long the next call will wait, in milliseconds: as long as the last one, or as long as none has got
    /// away. Zero while few wait.
    long delay() {
        if (waiting.get() < FEW) {
            return 0;
        }
        return TimeUnit.NANOSECONDS.toMillis(Math.max(lastWait, nanoTime.getAsLong() - lastLeft));
    }
}
