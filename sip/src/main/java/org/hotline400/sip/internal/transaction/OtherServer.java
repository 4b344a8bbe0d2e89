package org.hotline400.sip.internal.transaction;

import org.hotline400.sip.SipHop;

/// The server transaction of everything but INVITE (RFC 3261 §17.2.2).
public final class OtherServer implements ServerTransaction {

    /// The states of RFC 3261 figure 8.
    public enum State {
        TRYING,
        PROCEEDING,
        COMPLETED,
        TERMINATED
    }

    private static final byte[] NOTHING = {};

    private final Surroundings surroundings;
    private final SipHop hop;
    private final Runnable ended;
    private final MachineTimers timers;
    private byte[] last = NOTHING;
    private State state = State.TRYING;

    /// @param hop where responses go
    /// @param ended runs once, when the transaction has terminated
    public OtherServer(Surroundings surroundings, SipHop hop, Runnable ended) {
        this.surroundings = surroundings;
        this.hop = hop;
        this.ended = ended;
        this.timers = new MachineTimers(surroundings.timers());
        // The client has stopped waiting by then (its Timer F): whatever the application does, we end.
        timers.limit(2 * surroundings.patience(), this::terminate);
    }

    public State state() {
        return state;
    }

    @Override
    public void receivedAgain() {
        if (state == State.PROCEEDING || state == State.COMPLETED) {
            surroundings.outlet().send(hop, last, () -> {});
        }
    }

    @Override
    public void respond(int status, byte[] message) {
        if (state == State.COMPLETED || state == State.TERMINATED) {
            return;
        }
        last = message;
        surroundings.outlet().send(hop, message, () -> {});
        if (status < 200) {
            state = State.PROCEEDING;
            return;
        }
        state = State.COMPLETED;
        // Timer J.
        long lingering = hop.transport().isReliable() ? 0 : surroundings.patience();
        timers.limit(lingering, this::terminate);
    }

    @Override
    public boolean answered() {
        return state == State.COMPLETED || state == State.TERMINATED;
    }

    @Override
    public void terminate() {
        if (state != State.TERMINATED) {
            state = State.TERMINATED;
            timers.stop();
            ended.run();
        }
    }
}
