package org.hotline400.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;

/// A phone behind the carrier.
public final class SimulatedPhone {
    // What each call heard is kept in memory: the oldest goes when there are more.
    private static final int MOST_CALLS_KEPT = 100;

    private final String number;
    private final Deque<Call> calls = new ArrayDeque<>();
    private volatile Behaviour behaviour;
    private long taken;

    SimulatedPhone(String number, Behaviour behaviour) {
        this.number = number;
        this.behaviour = behaviour;
    }

    public String number() {
        return number;
    }

    /// What it does with calls from now on.
    public SimulatedPhone behave(Behaviour other) {
        behaviour = other;
        return this;
    }

    Behaviour behaviour() {
        return behaviour;
    }

    synchronized void called(Call call) {
        if (calls.size() == MOST_CALLS_KEPT) {
            calls.removeFirst();
        }
        calls.addLast(call);
        taken++;
        notifyAll();
    }

    /// How often it was called.
    public synchronized long timesCalled() {
        return taken;
    }

    /// The calls that came in, oldest first; the last hundred.
    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    /// The newest call.
    ///
    /// @throws NoSuchElementException when it was never called
    public synchronized Call lastCall() {
        return calls.getLast();
    }

    /// Waits until it has been called `times` times in all, and returns the newest call.
    ///
    /// @throws TookTooLongException when that does not happen within `bound`
    public synchronized Call awaitCall(int times, Duration bound) throws InterruptedException {
        var deadline = System.nanoTime() + bound.toNanos();
        while (taken < times) {
            var left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new TookTooLongException("the phone " + number + " was called " + taken + " times within "
                        + bound.toMillis() + " ms, waited for " + times);
            }
            wait(left);
        }
        return calls.getLast();
    }

    /// Waits for its first call.
    public Call awaitCall(Duration bound) throws InterruptedException {
        return awaitCall(1, bound);
    }
}
