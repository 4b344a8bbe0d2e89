package org.hotline400.sip.internal.transaction;

import java.util.List;
import org.hotline400.sip.SipHop;

/// The server transaction of everything but INVITE (RFC 3261 §17.2.2).
public final class OtherServer extends Machine implements ServerTransaction {

    /// The states of RFC 3261 figure 8.
    public enum State {
        TRYING,
        PROCEEDING,
        COMPLETED,
        TERMINATED
    }

    private byte[] last = NOTHING;
    private State state = State.TRYING;

    /// @param hop where responses go
    OtherServer(Surroundings surroundings, SipHop hop, Stay stay) {
        super(surroundings, hop, stay);
        // The client has stopped waiting by then (its Timer F): whatever the application does, we end.
        limit(2 * surroundings.patience());
    }

    /// One that was completed and slept.
    OtherServer(Surroundings surroundings, Dormant.Remains remains, Stay stay) {
        super(surroundings, HopBytes.read(remains.parts().get(0)), stay);
        last = remains.parts().get(1);
        state = State.COMPLETED;
        limit(remains.left());
    }

    @Override
    protected void due() {
        terminate();
    }

    public State state() {
        return state;
    }

    @Override
    public void receivedAgain() {
        if (state == State.PROCEEDING || state == State.COMPLETED) {
            send(last, () -> {});
        }
    }

    @Override
    public void respond(int status, byte[] message) {
        if (state == State.COMPLETED || state == State.TERMINATED) {
            return;
        }
        last = message;
        send(message, () -> {});
        if (status < 200) {
            state = State.PROCEEDING;
            return;
        }
        state = State.COMPLETED;
        // Timer J.
        linger(
                hop().transport().isReliable() ? 0 : surroundings().patience(),
                () -> List.of(HopBytes.of(hop()), message));
    }

    @Override
    public boolean answered() {
        return state == State.COMPLETED || state == State.TERMINATED;
    }

    @Override
    public void terminate() {
        if (state != State.TERMINATED) {
            state = State.TERMINATED;
            over();
        }
    }
}
