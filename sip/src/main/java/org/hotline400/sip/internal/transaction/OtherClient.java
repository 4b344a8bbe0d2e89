package org.hotline400.sip.internal.transaction;

import org.hotline400.sip.SipHop;
import org.hotline400.sip.internal.timing.Timer;
import org.hotline400.sip.internal.wire.WireResponse;

/// The client transaction of everything but INVITE (RFC 3261 §17.1.2).
public final class OtherClient implements ClientTransaction {

    /// The states of RFC 3261 figure 6.
    public enum State {
        TRYING,
        PROCEEDING,
        COMPLETED,
        TERMINATED
    }

    private static final byte[] NOTHING = {};

    private final Surroundings surroundings;
    private final SipHop hop;
    private final ClientUser user;
    private final Runnable ended;
    private byte[] request;
    private State state = State.TRYING;
    private Timer retransmission = Timer.NONE;
    private Timer deadline = Timer.NONE;

    /// @param ended runs once, when the transaction has terminated
    public OtherClient(Surroundings surroundings, OutboundRequest request, ClientUser user, Runnable ended) {
        this.surroundings = surroundings;
        this.hop = request.hop();
        this.request = request.bytes();
        this.user = user;
        this.ended = ended;
    }

    public State state() {
        return state;
    }

    @Override
    public void start() {
        deadline = surroundings.timers().after(surroundings.patience(), this::gaveUp);
        if (unreliable()) {
            retransmitAfter(surroundings.t1());
        }
        surroundings.outlet().send(hop, request, this::broken);
    }

    private boolean unreliable() {
        return !hop.transport().isReliable();
    }

    /// Timer E: doubles up to T2; T2 at once when the peer has said that it works on it.
    private void retransmitAfter(long interval) {
        retransmission = surroundings.timers().after(interval, () -> {
            surroundings.outlet().send(hop, request, this::broken);
            long longest = surroundings.t2();
            retransmitAfter(state == State.PROCEEDING ? longest : Math.min(2 * interval, longest));
        });
    }

    /// Timer F.
    private void gaveUp() {
        if (state == State.TRYING || state == State.PROCEEDING) {
            terminate();
            user.timedOut();
        }
    }

    private void broken() {
        if (state == State.TRYING || state == State.PROCEEDING) {
            terminate();
            user.unreachable();
        }
    }

    @Override
    public void received(WireResponse response) {
        if (state == State.COMPLETED || state == State.TERMINATED) {
            return;
        }
        if (response.status() < 200) {
            state = State.PROCEEDING;
        } else {
            state = State.COMPLETED;
            request = NOTHING;
            retransmission.cancel();
            deadline.cancel();
            // Timer K: soak up repeated responses.
            deadline = surroundings.timers().after(unreliable() ? surroundings.t4() : 0, this::terminate);
        }
        user.answered(response);
    }

    @Override
    public void terminate() {
        if (state != State.TERMINATED) {
            state = State.TERMINATED;
            retransmission.cancel();
            deadline.cancel();
            ended.run();
        }
    }
}
