package org.hotline400.server.telephony;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.hotline400.server.calls.HangUp;
import org.hotline400.server.calls.PhoneFailedException;
import org.jspecify.annotations.Nullable;

/// The mailbox of one call: the loops put signals in, the call's thread takes them out.
///
/// Bounded. A peer that floods a call with keys or re-INVITEs loses the oldest of its own signals; nobody waits.
final class CallSignals {
    private static final int ROOM = 512;

    private final Alarms alarms;
    private final ArrayDeque<Signal> queue = new ArrayDeque<>(4);
    private @Nullable Thread waiting;
    private boolean stopping;

    CallSignals(Alarms alarms) {
        this.alarms = alarms;
    }

    /// Called on the SIP loop and the media threads; never blocks.
    void tell(Signal signal) {
        LockSupport.unpark(put(signal));
    }

    /// @return who waits for it
    private synchronized @Nullable Thread put(Signal signal) {
        if (queue.size() >= ROOM) {
            if (!signal.essential()) {
                return null;
            }
            queue.poll();
        }
        queue.add(signal);
        var waiter = waiting;
        waiting = null;
        return waiter;
    }

    /// The next signal, or empty when the deadline came first.
    Optional<Signal> next(Deadline deadline) {
        refuseWhenStopping();
        var signal = take(deadline);
        return signal != null || deadline.passed() ? Optional.ofNullable(signal) : await(deadline);
    }

    private Optional<Signal> await(Deadline deadline) {
        var alarm = alarms.set(deadline);
        try {
            while (true) {
                var signal = take(deadline);
                if (signal != null || deadline.passed()) {
                    return Optional.ofNullable(signal);
                }
                LockSupport.park(this);
                refuseWhenStopping();
            }
        } finally {
            alarm.off();
        }
    }

    private synchronized @Nullable Signal take(Deadline deadline) {
        var signal = queue.poll();
        waiting = signal != null || deadline.passed() ? null : Thread.currentThread();
        return signal;
    }

    private void refuseWhenStopping() {
        if (Thread.interrupted() || alarms.closed()) {
            // The flag stays down: what ends the call now, its BYE and its record, must not be interrupted too.
            stopping = true;
        }
        if (stopping) {
            throw new PhoneFailedException(HangUp.PLATFORM_FAILURE, "the platform is stopping");
        }
    }
}
