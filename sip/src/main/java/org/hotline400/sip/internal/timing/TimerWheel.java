package org.hotline400.sip.internal.timing;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A hashed timer wheel: arming and disarming cost the same however many timers there are. A timer runs at the
/// first [#advance] at or after its time, never before it.
public final class TimerWheel implements Timers {

    public static final long TICK = 10;
    private static final int SLOTS = 4096;

    private final Slot[] slots = new Slot[SLOTS];
    private final Consumer<RuntimeException> failures;
    private long now;
    private long tick;
    private int armed;

    /// @param now the present moment in milliseconds
    /// @param failures hears what a task threw; the other tasks run all the same
    public TimerWheel(long now, Consumer<RuntimeException> failures) {
        this.failures = failures;
        this.now = now;
        this.tick = now / TICK;
        for (int i = 0; i < SLOTS; i++) {
            slots[i] = new Slot();
        }
    }

    @Override
    public Timer after(long milliseconds, Runnable task) {
        var timer = new Armed(task);
        arm(milliseconds, timer);
        return timer;
    }

    @Override
    public void arm(long milliseconds, Timed timed) {
        disarm(timed);
        long due = now + Math.max(0, milliseconds);
        timed.dueTick = Math.max(tick + 1, (due + TICK - 1) / TICK);
        timed.waiting = true;
        slot(timed.dueTick).append(timed);
        armed++;
    }

    @Override
    public void disarm(Timed timed) {
        if (timed.waiting) {
            timed.waiting = false;
            slot(timed.dueTick).remove(timed);
            armed--;
        }
    }

    private Slot slot(long dueTick) {
        return slots[(int) (dueTick & (SLOTS - 1))];
    }

    @Override
    public long now() {
        return now;
    }

    /// How many timers are armed.
    public int armed() {
        return armed;
    }

    /// Moves time forward and runs what is due, oldest tick first.
    public void advance(long to) {
        now = Math.max(now, to);
        long last = now / TICK;
        while (tick < last && armed > 0) {
            tick++;
            runSlot();
        }
        tick = Math.max(tick, last);
    }

    private void runSlot() {
        Slot slot = slot(tick);
        for (Timed timer = slot.first; timer != null; ) {
            if (timer.dueTick > tick) {
                timer = timer.next;
                continue;
            }
            disarm(timer);
            run(timer);
            // The task may have disarmed neighbours: begin again, what is left in this slot is not due or still is.
            timer = slot.first;
        }
    }

    private void run(Timed timer) {
        try {
            timer.due();
        } catch (RuntimeException e) {
            failures.accept(e);
        } catch (Throwable e) {
            failures.accept(new IllegalStateException("a timer's task ended in an error", e));
        }
    }

    private static final class Slot {
        private @Nullable Timed first;
        private @Nullable Timed last;

        void append(Timed timer) {
            timer.previous = last;
            if (last == null) {
                first = timer;
            } else {
                last.next = timer;
            }
            last = timer;
        }

        void remove(Timed timer) {
            if (timer.previous == null) {
                first = timer.next;
            } else {
                timer.previous.next = timer.next;
            }
            if (timer.next == null) {
                last = timer.previous;
            } else {
                timer.next.previous = timer.previous;
            }
            timer.previous = null;
            timer.next = null;
        }
    }

    private final class Armed extends Timed implements Timer {
        private final Runnable task;

        Armed(Runnable task) {
            this.task = task;
        }

        @Override
        protected void due() {
            task.run();
        }

        @Override
        public void cancel() {
            disarm(this);
        }
    }
}
