package org.hotline400.server.limits.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Lets calls through one gate of the database. At most one round trip of this node is under way for a gate;
/// the calls that come meanwhile share the next one. So a burst costs a few trips however many calls it has,
/// and what the node writes arrives in order.
///
/// A call whose round trip does not come back in time is decided from what this node knows. A late answer then
/// finds it decided, and the difference is told to the database by the next trip.
///
/// @param <L> the limits a call is to be held against
/// @param <A> what the database answers
abstract class Turnstile<L, A> {
    private final RoundTrips trips;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Waiting<L>> waiting = new ArrayDeque<>();
    private final Backoff backoff = new Backoff();
    private boolean running;

    Turnstile(RoundTrips trips) {
        this.trips = trips;
    }

    private record Waiting<L>(L limits, CompletableFuture<Passage> answer) {
        boolean decide(Supplier<Passage> passage) {
            return !answer.isDone() && answer.complete(passage.get());
        }
    }

    private record Round<L, A>(List<Waiting<L>> calls, Supplier<A> trip) {}

    /// Prepares the trip that asks for `wanted` places and tells what there is to tell. Holds the lock; the
    /// trip itself runs without.
    abstract Supplier<A> asking(L limits, int wanted);

    /// Prepares the trip that only tells.
    abstract Supplier<A> telling();

    /// Whether the database is still to be told something.
    abstract boolean hasNews();

    /// Takes in what the database answered, before its calls are decided.
    abstract void learn(A answer);

    /// How many places the database gave.
    abstract int granted(A answer);

    /// Counts one of the places that the database gave.
    abstract Passage granted(L limits, A answer);

    abstract Passage denied(L limits, A answer);

    /// A place was given to a call that is decided already.
    abstract void unwanted(A answer);

    /// Decides from what this node knows.
    abstract Passage locally(L limits);

    /// The trip failed: what it told may not have arrived.
    abstract void lost();

    /// Decides one call, in the time that it may take.
    final Passage pass(L limits) {
        var mine = new Waiting<>(limits, new CompletableFuture<Passage>());
        return ask(mine) ? await(mine) : changing(() -> locally(limits));
    }

    private boolean ask(Waiting<L> mine) {
        lock.lock();
        try {
            if (!trips.mayHelp() || backoff.isOn()) {
                return false;
            }
            waiting.add(mine);
            keepRunning();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private Passage await(Waiting<L> mine) {
        try {
            return mine.answer().get(trips.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return giveUp(mine);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return giveUp(mine);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Passage giveUp(Waiting<L> mine) {
        return changing(() -> {
            waiting.remove(mine);
            mine.decide(() -> locally(mine.limits()));
            return mine.answer().join();
        });
    }

    /// Changes what this node knows, and sees to it that the database hears of it.
    final <T> T changing(Supplier<T> change) {
        lock.lock();
        try {
            var result = change.get();
            if (hasNews()) {
                keepRunning();
            }
            return result;
        } finally {
            lock.unlock();
        }
    }

    private void keepRunning() {
        if (!running) {
            running = trips.start(this::rounds);
        }
    }

    private void rounds() {
        try {
            var round = next();
            while (round.isPresent()) {
                round = run(round.get()) ? next() : stopped();
            }
        } catch (Error e) {
            // The next call begins anew.
            stopped();
            throw e;
        }
    }

    private Optional<Round<L, A>> stopped() {
        lock.lock();
        try {
            running = false;
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private Optional<Round<L, A>> next() {
        lock.lock();
        try {
            if (waiting.isEmpty() && !hasNews()) {
                running = false;
                return Optional.empty();
            }
            if (waiting.isEmpty()) {
                return Optional.of(new Round<>(List.of(), telling()));
            }
            var calls = alike();
            return Optional.of(new Round<>(calls, asking(calls.getFirst().limits(), calls.size())));
        } finally {
            lock.unlock();
        }
    }

    /// The first that waits, and those behind it under the same limits: not so after a new plan was published.
    private List<Waiting<L>> alike() {
        var calls = new ArrayList<Waiting<L>>();
        do {
            calls.add(waiting.remove());
        } while (!waiting.isEmpty()
                && waiting.element().limits().equals(calls.getFirst().limits()));
        return calls;
    }

    /// @return false when the node stops
    private boolean run(Round<L, A> round) {
        try {
            settle(round, trips.make(round.trip()));
            return true;
        } catch (RuntimeException e) {
            trips.failed(e);
            fail(round);
            return trips.pause(backoff.next());
        }
    }

    private void settle(Round<L, A> round, A answer) {
        lock.lock();
        try {
            backoff.end();
            learn(answer);
            int left = granted(answer);
            for (var call : round.calls()) {
                boolean place = left-- > 0;
                boolean needed =
                        call.decide(() -> place ? granted(call.limits(), answer) : denied(call.limits(), answer));
                if (place && !needed) {
                    unwanted(answer);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void fail(Round<L, A> round) {
        lock.lock();
        try {
            backoff.begin();
            lost();
            round.calls().forEach(call -> call.decide(() -> locally(call.limits())));
            waiting.forEach(call -> call.decide(() -> locally(call.limits())));
            waiting.clear();
        } finally {
            lock.unlock();
        }
    }
}
