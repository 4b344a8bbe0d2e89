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
        long due = now + Math.max(0, milliseconds);
        long dueTick = Math.max(tick + 1, (due + TICK - 1) / TICK);
        var timer = new Armed(task, dueTick, slots[(int) (dueTick & (SLOTS - 1))]);
        timer.slot.append(timer);
        armed++;
        return timer;
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
        Slot slot = slots[(int) (tick & (SLOTS - 1))];
        for (Armed timer = slot.first; timer != null; ) {
            if (timer.dueTick > tick) {
                timer = timer.next;
                continue;
            }
            timer.cancel();
            run(timer.task);
            // The task may have disarmed neighbours: begin again, what is left in this slot is not due or still is.
            timer = slot.first;
        }
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            failures.accept(e);
        } catch (Throwable e) {
            failures.accept(new IllegalStateException("a timer's task ended in an error", e));
        }
    }

    private static final class Slot {
        private @Nullable Armed first;
        private @Nullable Armed last;

        void append(Armed timer) {
            timer.previous = last;
            if (last == null) {
                first = timer;
            } else {
                last.next = timer;
            }
            last = timer;
        }

        void remove(Armed timer) {
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

    private final class Armed implements Timer {
        private final Runnable task;
        private final long dueTick;
        private final Slot slot;
        private @Nullable Armed previous;
        private @Nullable Armed next;
        private boolean waiting = true;

        Armed(Runnable task, long dueTick, Slot slot) {
            this.task = task;
            this.dueTick = dueTick;
            this.slot = slot;
        }

        @Override
        public void cancel() {
            if (waiting) {
                waiting = false;
                slot.remove(this);
                armed--;
            }
        }
    }
}
