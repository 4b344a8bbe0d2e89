package org.hotline400.sip.internal.transaction;

import java.util.List;
import org.hotline400.sip.Transport;
import org.hotline400.sip.internal.wire.WireResponse;

/// The client transaction of everything but INVITE (RFC 3261 §17.1.2).
public final class OtherClient extends Machine implements ClientTransaction {

    /// The states of RFC 3261 figure 6.
    public enum State {
        TRYING,
        PROCEEDING,
        COMPLETED,
        TERMINATED
    }

    private ClientUser user;
    private byte[] request;
    private State state = State.TRYING;

    OtherClient(Surroundings surroundings, OutboundRequest request, ClientUser user, Stay stay) {
        super(surroundings, request.hop(), stay);
        this.request = request.bytes();
        this.user = user;
    }

    public State state() {
        return state;
    }

    @Override
    public void start() {
        limit(surroundings().patience());
        if (unreliable()) {
            repeat(surroundings().t1(), this::afterInterval, this::send);
        }
        send();
    }

    private boolean unreliable() {
        return hop().transport() == Transport.UDP;
    }

    private void send() {
        send(request, this::broken);
    }

    /// Timer E: doubles up to T2; T2 at once when the peer has said that it works on it.
    private long afterInterval(long interval) {
        return state == State.PROCEEDING
                ? surroundings().t2()
                : Math.min(2 * interval, surroundings().t2());
    }

    @Override
    protected void due() {
        switch (state) {
            case TRYING, PROCEEDING -> gaveUp();
            case COMPLETED, TERMINATED -> terminate();
        }
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
            repeatNoMore();
            // Timer K: soak up repeated responses.
            linger(unreliable() ? surroundings().t4() : 0, List::of);
        }
        ClientUser hearer = user;
        if (state == State.COMPLETED) {
            // Nobody is told anything more, so nobody need be kept.
            user = new Forgotten();
        }
        hearer.answered(response);
    }

    @Override
    public void leaveTo(Heir heir) {
        user = heir;
    }

    @Override
    public void terminate() {
        if (state != State.TERMINATED) {
            state = State.TERMINATED;
            over();
        }
    }
}
