package org.hotline400.sip.internal.transaction;

import org.hotline400.sip.SipHop;
import org.hotline400.sip.Transport;
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
    private ClientUser user;
    private final Runnable ended;
    private final MachineTimers timers;
    private byte[] request;
    private State state = State.TRYING;

    /// @param ended runs once, when the transaction has terminated
    public OtherClient(Surroundings surroundings, OutboundRequest request, ClientUser user, Runnable ended) {
        this.surroundings = surroundings;
        this.hop = request.hop();
        this.request = request.bytes();
        this.user = user;
        this.ended = ended;
        this.timers = new MachineTimers(surroundings.timers());
    }

    public State state() {
        return state;
    }

    @Override
    public void start() {
        timers.limit(surroundings.patience(), this::gaveUp);
        if (unreliable()) {
            timers.repeat(surroundings.t1(), this::afterInterval, this::send);
        }
        send();
    }

    private boolean unreliable() {
        return hop.transport() == Transport.UDP;
    }

    private void send() {
        surroundings.outlet().send(hop, request, this::broken);
    }

    /// Timer E: doubles up to T2; T2 at once when the peer has said that it works on it.
    private long afterInterval(long interval) {
        return state == State.PROCEEDING ? surroundings.t2() : Math.min(2 * interval, surroundings.t2());
    }

    /// Timer F.
    private void gaveUp() {
        terminate();
        user.timedOut();
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
            timers.repeatNoMore();
            // Timer K: soak up repeated responses.
            timers.limit(unreliable() ? surroundings.t4() : 0, this::terminate);
        }
        ClientUser hearer = user;
        if (state == State.COMPLETED) {
            // Nobody is told anything more, so nobody need be kept.
            user = new Forgotten();
        }
        hearer.answered(response);
    }

    @Override
    public void leaveTo(ClientUser heir) {
        user = heir;
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
