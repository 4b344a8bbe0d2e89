package org.hotline400.sip.internal.transaction;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.hotline400.sip.SipHop;
import org.jspecify.annotations.Nullable;

/// The INVITE server transaction (RFC 3261 §17.2.1, RFC 6026 §7.1). The dialog repeats its 2xx itself, until
/// the ACK (RFC 3261 §13.3.1.4).
public final class InviteServer extends Machine implements ServerTransaction {

    /// The states of RFC 6026 figure 2.
    public enum State {
        PROCEEDING,
        COMPLETED,
        CONFIRMED,
        ACCEPTED,
        TERMINATED
    }

    /// Whatever the application does, or forgets to do, it ends. Legs give up earlier, and answer.
    private static final long LONGEST_WAIT = Duration.ofMinutes(15).toMillis();

    private @Nullable Cancellable work;
    private String tag = "";
    private byte[] last = NOTHING;
    private State state = State.PROCEEDING;

    /// @param hop where responses go
    InviteServer(Surroundings surroundings, SipHop hop, Stay stay) {
        super(surroundings, hop, stay);
        limit(LONGEST_WAIT);
    }

    /// One that was accepted and slept.
    InviteServer(Surroundings surroundings, Dormant.Remains remains, Stay stay) {
        super(surroundings, HopBytes.read(remains.parts().get(0)), stay);
        tag = new String(remains.parts().get(1), StandardCharsets.UTF_8);
        state = State.ACCEPTED;
        limit(remains.left());
    }

    private List<byte[]> remains() {
        return List.of(HopBytes.of(hop()), tag.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected void due() {
        terminate();
    }

    public State state() {
        return state;
    }

    /// Who hears of a CANCEL, until the final response.
    public void cancellable(Cancellable worker) {
        work = worker;
        tag = worker.tag();
    }

    /// The tag of whoever works or worked on it, empty when nobody did: a CANCEL that comes after the final response is
    /// answered with it too (RFC 3261 §9.2).
    public String tag() {
        return tag;
    }

    /// Whom a CANCEL concerns; null when it comes too late.
    public @Nullable Cancellable cancellable() {
        return work;
    }

    private boolean unreliable() {
        return !hop().transport().isReliable();
    }

    @Override
    public void receivedAgain() {
        switch (state) {
            case PROCEEDING, COMPLETED -> sendLast();
            case CONFIRMED, ACCEPTED, TERMINATED -> {}
        }
    }

    /// A response that cannot be sent changes no state (RFC 6026 §7.1): the request may come again on another
    /// way.
    private void sendLast() {
        if (last.length > 0) {
            send(last, () -> {});
        }
    }

    @Override
    public void respond(int status, byte[] message) {
        if (state != State.PROCEEDING) {
            return;
        }
        last = message;
        sendLast();
        if (status >= 200) {
            work = null;
        }
        if (status >= 300) {
            state = State.COMPLETED;
            // Timer H: without ACK we stop trying.
            limit(surroundings().patience());
            if (unreliable()) {
                // Timer G.
                repeat(
                        surroundings().t1(),
                        interval -> Math.min(2 * interval, surroundings().t2()),
                        this::sendLast);
            }
        } else if (status >= 200) {
            state = State.ACCEPTED;
            last = NOTHING;
            // Timer L: soak up repeated INVITEs.
            linger(surroundings().patience(), this::remains);
        }
    }

    /// The ACK for our final response other than 2xx.
    ///
    /// @return false when this transaction has no such response: the ACK belongs to the dialog
    public boolean acknowledged() {
        return switch (state) {
            case COMPLETED -> {
                confirm();
                yield true;
            }
            case CONFIRMED -> true;
            case PROCEEDING, ACCEPTED, TERMINATED -> false;
        };
    }

    private void confirm() {
        state = State.CONFIRMED;
        last = NOTHING;
        repeatNoMore();
        // Timer I: soak up repeated ACKs.
        limit(unreliable() ? surroundings().t4() : 0);
    }

    @Override
    public boolean answered() {
        return state != State.PROCEEDING;
    }

    @Override
    public void terminate() {
        if (state != State.TERMINATED) {
            state = State.TERMINATED;
            over();
        }
    }
}
