package org.hotline400.sip.internal.transaction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.hotline400.sip.SipHeader;
import org.hotline400.sip.Transport;
import org.hotline400.sip.internal.transaction.OutboundRequest.RequestHead;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/// The INVITE client transaction (RFC 3261 §17.1.1, RFC 6026 §7.2).
public final class InviteClient extends Machine implements ClientTransaction {

    /// The states of RFC 6026 figure 1.
    public enum State {
        CALLING,
        PROCEEDING,
        COMPLETED,
        ACCEPTED,
        TERMINATED
    }

    /// So long it may ring after each provisional response. RFC 3261 leaves the limit to the user (§13.2.1),
    /// and ours are much shorter; this one keeps a forgotten INVITE from living for ever.
    private static final long LONGEST_RINGING = Duration.ofMinutes(10).toMillis();

    private ClientUser user;
    private List<SipHeader> credentials;
    private @Nullable RequestHead head;
    private byte[] request;
    private byte[] ack = NOTHING;
    private State state = State.CALLING;

    InviteClient(Surroundings surroundings, OutboundRequest request, ClientUser user, Stay stay) {
        super(surroundings, request.hop(), stay);
        this.head = request.head();
        this.credentials = request.credentials();
        this.request = request.bytes();
        this.user = user;
    }

    /// One that was accepted and slept.
    ///
    /// @param heirs makes its user of what that one wrote
    InviteClient(Surroundings surroundings, Dormant.Remains remains, Function<List<byte[]>, Heir> heirs, Stay stay) {
        super(surroundings, HopBytes.read(remains.parts().getFirst()), stay);
        request = NOTHING;
        credentials = List.of();
        user = heirs.apply(remains.parts().subList(1, remains.parts().size()));
        state = State.ACCEPTED;
        limit(remains.left());
    }

    public State state() {
        return state;
    }

    @Override
    public void start() {
        limit(surroundings().patience());
        if (unreliable()) {
            // Timer A.
            repeat(surroundings().t1(), interval -> 2 * interval, this::send);
        }
        send();
    }

    private boolean unreliable() {
        return hop().transport() == Transport.UDP;
    }

    private void send() {
        send(request, this::broken);
    }

    @Override
    protected void due() {
        switch (state) {
            case CALLING, PROCEEDING -> gaveUp();
            case COMPLETED, ACCEPTED, TERMINATED -> terminate();
        }
    }

    /// Timer B.
    private void gaveUp() {
        terminate();
        user.timedOut();
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
                    acknowledge();
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
        stop();
        if (response.status() < 200) {
            state = State.PROCEEDING;
            limit(LONGEST_RINGING);
        } else if (response.status() < 300) {
            // Timer M: further 2xx, repeated or forked, go to the user.
            finish(State.ACCEPTED, surroundings().patience());
        } else {
            ack = Objects.requireNonNull(head).ack(response.need(HeaderId.TO), credentials);
            // Timer D: at least 32 s over UDP (RFC 3261 §17.1.1.2).
            finish(State.COMPLETED, unreliable() ? surroundings().patience() : 0);
            acknowledge();
        }
        ClientUser hearer = user;
        if (state == State.COMPLETED) {
            // Nobody is told anything more, so nobody need be kept.
            user = new Forgotten();
        }
        hearer.answered(response);
    }

    /// An ACK that cannot be sent ends it: the user has the answer already (RFC 3261 §17.1.4, figure 5).
    private void acknowledge() {
        send(ack, this::terminate);
    }

    private void finish(State next, long lingering) {
        state = next;
        request = NOTHING;
        head = null;
        credentials = List.of();
        limit(lingering);
    }

    @Override
    public void leaveTo(Heir heir) {
        user = heir;
        if (state == State.ACCEPTED) {
            heir.written().ifPresent(remains -> linger(surroundings().patience(), () -> remains(remains)));
        }
    }

    private List<byte[]> remains(List<byte[]> heir) {
        List<byte[]> remains = new ArrayList<>();
        remains.add(HopBytes.of(hop()));
        remains.addAll(heir);
        return remains;
    }

    @Override
    public void terminate() {
        if (state != State.TERMINATED) {
            state = State.TERMINATED;
            over();
        }
    }
}
