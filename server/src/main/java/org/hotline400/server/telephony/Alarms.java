package org.hotline400.server.telephony;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wakes threads of calls whose time is up, a tick late at most.
///
/// A call waits a dozen times, nearly always for something that comes soon. A timed wait of a virtual thread
/// costs a wake-up of the scheduler's own timer thread each; here it costs an entry in a set that is looked
/// through while it holds something.
final class Alarms implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    private static final Duration TICK = Duration.ofMillis(10);

    private final Set<Alarm> armed = ConcurrentHashMap.newKeySet();
    private final Thread thread =
            Thread.ofPlatform().name("call-alarms").daemon().unstarted(this::run);
    private volatile boolean idle;
    private volatile boolean closed;

    static Alarms start() {
        var alarms = new Alarms();
        alarms.thread.start();
        return alarms;
    }

    /// One wait of a thread: unparked at its time unless it is put off before.
    final class Alarm {
        private final Thread sleeper;
        private final Deadline deadline;

        private Alarm(Thread sleeper, Deadline deadline) {
            this.sleeper = sleeper;
            this.deadline = deadline;
        }

        void off() {
            armed.remove(this);
        }
    }

    /// Sets an alarm for the calling thread.
    Alarm set(Deadline deadline) {
        var alarm = new Alarm(Thread.currentThread(), deadline);
        armed.add(alarm);
        if (idle) {
            LockSupport.unpark(thread);
        }
        return alarm;
    }

    /// Whether it rings no more: nobody may wait by it.
    boolean closed() {
        return closed;
    }

    private void run() {
        while (!closed) {
            try {
                rest();
                ring();
            } catch (Throwable e) {
                // Without this thread no wait of any call would end: whatever it is, the next tick comes.
                LOG.error("a tick of the calls' alarms failed", e);
            }
        }
    }

    private void ring() {
        for (var alarm : armed) {
            // Woken at each tick until it is off: a thread that is not woken yet need not be remembered.
            if (alarm.deadline.passed()) {
                LockSupport.unpark(alarm.sleeper);
            }
        }
    }

    /// A tick; as long as nobody waits when nobody does.
    private void rest() {
        if (armed.isEmpty()) {
            idle = true;
            if (armed.isEmpty() && !closed) {
                LockSupport.park(this);
            }
            idle = false;
        } else {
            LockSupport.parkNanos(this, TICK.toNanos());
        }
    }

    /// Ends its thread; whoever still waits is woken.
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        armed.forEach(alarm -> LockSupport.unpark(alarm.sleeper));
    }
}
