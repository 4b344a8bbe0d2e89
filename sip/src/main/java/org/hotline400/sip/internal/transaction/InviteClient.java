package org.hotline400.sip.internal.transaction;

import org.hotline400.sip.SipHop;
import org.hotline400.sip.internal.timing.Timer;
import org.hotline400.sip.internal.transaction.OutboundRequest.RequestHead;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/// The INVITE client transaction (RFC 3261 §17.1.1, RFC 6026 §7.2).
public final class InviteClient implements ClientTransaction {

    /// The states of RFC 6026 figure 1.
    public enum State {
        CALLING,
        PROCEEDING,
        COMPLETED,
        ACCEPTED,
        TERMINATED
    }

    private static final byte[] NOTHING = {};

    private final Surroundings surroundings;
    private final SipHop hop;
    private final Runnable ended;
    private final ClientUser user;
    private @Nullable RequestHead head;
    private byte[] request;
    private byte[] ack = NOTHING;
    private State state = State.CALLING;
    private Timer retransmission = Timer.NONE;
    private Timer deadline = Timer.NONE;

    /// @param ended runs once, when the transaction has terminated
    public InviteClient(Surroundings surroundings, OutboundRequest request, ClientUser user, Runnable ended) {
        this.surroundings = surroundings;
        this.hop = request.hop();
        this.head = request.head();
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

    /// Timer A.
    private void retransmitAfter(long interval) {
        retransmission = surroundings.timers().after(interval, () -> {
            surroundings.outlet().send(hop, request, this::broken);
            retransmitAfter(2 * interval);
        });
    }

    /// Timer B.
    private void gaveUp() {
        if (state == State.CALLING) {
            terminate();
            user.timedOut();
        }
    }

    private void broken() {
        if (state == State.CALLING || state == State.PROCEEDING) {
            terminate();
            user.unreachable();
        }
    }

    @Override
    public void received(WireResponse response) {
        switch (state) {
            case CALLING, PROCEEDING -> first(response);
            case COMPLETED -> {
                if (response.status() >= 300) {
                    surroundings.outlet().send(hop, ack, () -> {});
                }
            }
            case ACCEPTED -> {
                if (response.status() >= 200 && response.status() < 300) {
                    user.answered(response);
                }
            }
            case TERMINATED -> {}
        }
    }

    private void first(WireResponse response) {
        retransmission.cancel();
        deadline.cancel();
        if (response.status() < 200) {
            state = State.PROCEEDING;
        } else if (response.status() < 300) {
            // Timer M: further 2xx, repeated or forked, go to the user.
            finish(State.ACCEPTED, surroundings.patience());
        } else {
            ack = java.util.Objects.requireNonNull(head).ack(response.need(HeaderId.TO));
            // Timer D: at least 32 s over UDP (RFC 3261 §17.1.1.2).
            finish(State.COMPLETED, unreliable() ? surroundings.patience() : 0);
            surroundings.outlet().send(hop, ack, () -> {});
        }
        user.answered(response);
    }

    private void finish(State next, long lingering) {
        state = next;
        request = NOTHING;
        head = null;
        deadline = surroundings.timers().after(lingering, this::terminate);
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
