package org.hotline400.sip.internal.dialog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.internal.timing.Timer;
import org.hotline400.sip.internal.transaction.Surroundings;
import org.jspecify.annotations.Nullable;

/// Our provisional responses that must be acknowledged by PRACK (RFC 3262 §3): one at a time, repeated until then.
final class ReliableProvisionals {

    /// More than these do not wait: an application that speaks faster than the network is not listened to.
    private static final int MOST_WAITING = 8;

    private final Surroundings surroundings;
    private final Inbound invite;
    private final String tag;
    private final Runnable unacknowledged;
    private final Deque<SipReply> waiting = new ArrayDeque<>();
    private long number = ThreadLocalRandom.current().nextLong(1, 1L << 31);
    private @Nullable SipReply outstanding;
    private Timer again = Timer.NONE;
    private Timer deadline = Timer.NONE;
    private boolean stopped;

    /// @param unacknowledged runs when no PRACK came in 64·T1
    ReliableProvisionals(Surroundings surroundings, Inbound invite, String tag, Runnable unacknowledged) {
        this.surroundings = surroundings;
        this.invite = invite;
        this.tag = tag;
        this.unacknowledged = unacknowledged;
    }

    void send(SipReply reply) {
        if (stopped) {
            return;
        }
        if (outstanding != null) {
            if (waiting.size() < MOST_WAITING) {
                waiting.add(reply);
            }
            return;
        }
        outstanding = reply;
        byte[] bytes = invite.write(reply.with("Require", "100rel").with("RSeq", Long.toString(number)), tag, true);
        invite.transaction().respond(reply.status(), bytes);
        deadline = surroundings.timers().after(surroundings.patience(), () -> {
            stop();
            unacknowledged.run();
        });
        repeatAfter(surroundings.t1(), reply.status(), bytes);
    }

    private void repeatAfter(long interval, int status, byte[] bytes) {
        again = surroundings.timers().after(interval, () -> {
            invite.transaction().respond(status, bytes);
            repeatAfter(2 * interval, status, bytes);
        });
    }

    boolean isOutstanding() {
        return outstanding != null;
    }

    /// Whether a session description waits for its PRACK: the 2xx must wait too (§3).
    boolean holdAnswer() {
        return hasSdp(outstanding) || waiting.stream().anyMatch(ReliableProvisionals::hasSdp);
    }

    private static boolean hasSdp(@Nullable SipReply reply) {
        return reply != null && reply.sdp().isPresent();
    }

    /// Takes a PRACK.
    ///
    /// @param acknowledgement its RAck
    /// @return what was acknowledged; empty when nothing waits for this: answer 481
    Optional<SipReply> acknowledged(String acknowledgement) {
        String[] parts = acknowledgement.strip().split("\\s+", -1);
        SipReply sent = outstanding;
        boolean right = sent != null
                && parts.length == 3
                && Numbers.read(parts[0]) == number
                && Numbers.read(parts[1]) == invite.cseq().number()
                && parts[2].equals("INVITE");
        if (sent == null || !right) {
            return Optional.empty();
        }
        again.cancel();
        deadline.cancel();
        outstanding = null;
        number++;
        return Optional.of(sent);
    }

    /// Sends the next one that waits.
    void next() {
        SipReply reply = waiting.poll();
        if (reply != null) {
            send(reply);
        }
    }

    /// The final response goes out: nothing is repeated any more, but the PRACK for what is out is still welcome.
    void stop() {
        stopped = true;
        waiting.clear();
        again.cancel();
        deadline.cancel();
    }
}
