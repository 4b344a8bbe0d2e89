package org.hotline400.sip.internal.dialog;

import org.hotline400.sip.SipHop;
import org.hotline400.sip.internal.timing.Timer;
import org.hotline400.sip.internal.transaction.Surroundings;

/// Repeats a 2xx to an INVITE until its ACK comes (RFC 3261 §13.3.1.4), over any transport.
final class Repetition {

    private final Surroundings surroundings;
    private final SipHop hop;
    private final byte[] answer;
    private final long sequence;
    private Timer next = Timer.NONE;
    private Timer deadline = Timer.NONE;

    /// @param sequence the CSeq number of the INVITE, and of the ACK to come
    /// @param unanswered runs when no ACK came in 64·T1
    Repetition(Surroundings surroundings, SipHop hop, byte[] answer, long sequence, Runnable unanswered) {
        this.surroundings = surroundings;
        this.hop = hop;
        this.answer = answer;
        this.sequence = sequence;
        deadline = surroundings.timers().after(surroundings.patience(), () -> {
            stop();
            unanswered.run();
        });
        repeatAfter(surroundings.t1());
    }

    private void repeatAfter(long interval) {
        next = surroundings.timers().after(interval, () -> {
            surroundings.outlet().send(hop, answer, () -> {});
            repeatAfter(Math.min(2 * interval, surroundings.t2()));
        });
    }

    boolean isFor(long ackSequence) {
        return sequence == ackSequence;
    }

    void stop() {
        next.cancel();
        deadline.cancel();
    }
}
