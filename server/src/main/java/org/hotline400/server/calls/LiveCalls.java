package org.hotline400.server.calls;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.hotline400.server.kernel.CallId;
import org.springframework.stereotype.Component;

/// The calls that this node leads now, from memory.
@Component
public class LiveCalls {
    private final Map<CallId, LiveCall> calls = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long changes;

    /// Oldest first.
    public List<LiveCall> list() {
        return calls.values().stream()
                .sorted(Comparator.comparing(LiveCall::since))
                .toList();
    }

    public boolean isLive(CallId call) {
        return calls.containsKey(call);
    }

    public int count() {
        return calls.size();
    }

    /// How often anything has changed here.
    public long changes() {
        lock.lock();
        try {
            return changes;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until something has changed since there were so many changes, but for so long at most.
    public void awaitChange(long since, Duration most) throws InterruptedException {
        long left = most.toNanos();
        lock.lock();
        try {
            while (changes == since && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Lets those who wait look again.
    public void wake() {
        lock.lock();
        try {
            changes++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void on(CallEvent event) {
        switch (event) {
            case CallEvent.Started started ->
                calls.put(
                        started.id(),
                        new LiveCall(
                                started.id(),
                                started.tenant(),
                                started.number(),
                                started.caller(),
                                started.at(),
                                LiveCall.State.STARTED,
                                ""));
            case CallEvent.Dialling dialling -> set(dialling.id(), LiveCall.State.RINGING, dialling.target());
            case CallEvent.Talking talking -> set(talking.id(), LiveCall.State.TALKING, talking.target());
            case CallEvent.LeavingMessage message -> set(message.id(), LiveCall.State.LEAVING_MESSAGE, "");
            case CallEvent.AttemptEnded ended -> set(ended.id(), LiveCall.State.IN_PLAN, "");
            case CallEvent.Answered answered -> set(answered.id(), LiveCall.State.IN_PLAN, "");
            case CallEvent.StepWasTaken _, CallEvent.Announcing _ -> {
                return;
            }
            case CallEvent.Ended ended -> calls.remove(ended.id());
        }
        wake();
    }

    private void set(CallId id, LiveCall.State state, String target) {
        calls.computeIfPresent(id, (_, call) -> call.now(state, target));
    }
}
