package org.hotline400.sip.internal.transaction;

import java.util.function.LongUnaryOperator;
import org.hotline400.sip.internal.timing.Timer;
import org.hotline400.sip.internal.timing.Timers;

/// The two timers a transaction machine has at most at a time: one that repeats a message, and one that ends
/// its state. Which of the RFC's letters they are is the machine's to say.
final class MachineTimers {

    private final Timers timers;
    private Timer repetition = Timer.NONE;
    private Timer deadline = Timer.NONE;

    MachineTimers(Timers timers) {
        this.timers = timers;
    }

    /// @param interval milliseconds until the first repetition
    /// @param next the interval that follows one of this length
    void repeat(long interval, LongUnaryOperator next, Runnable message) {
        repetition = timers.after(interval, () -> {
            // Armed before the message goes out: the sending may fail and end it all.
            repeat(next.applyAsLong(interval), next, message);
            message.run();
        });
    }

    void repeatNoMore() {
        repetition.cancel();
    }

    /// Runs `end` after so many milliseconds, in place of what was to run before.
    void limit(long milliseconds, Runnable end) {
        deadline.cancel();
        deadline = timers.after(milliseconds, end);
    }

    void stop() {
        repetition.cancel();
        deadline.cancel();
    }
}
