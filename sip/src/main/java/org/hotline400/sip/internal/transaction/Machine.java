package org.hotline400.sip.internal.transaction;

import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.internal.timing.Timed;
import org.hotline400.sip.internal.timing.Timer;

/// What the four machines have in common: the two timers that one has at most at a time. One repeats a message; the
/// other, which is the machine itself, ends its state. Which of the RFC's letters they are is the machine's to say.
abstract sealed class Machine extends Timed permits InviteClient, InviteServer, OtherClient, OtherServer {
    static final byte[] NOTHING = {};

    private final Surroundings surroundings;
    private final SipHop hop;
    private Stay stay;
    private Timer repetition = Timer.NONE;

    Machine(Surroundings surroundings, SipHop hop, Stay stay) {
        this.surroundings = surroundings;
        this.hop = hop;
        this.stay = stay;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    SipHop hop() {
        return hop;
    }

    void send(byte[] message, Runnable failed) {
        surroundings.outlet().send(hop, message, failed);
    }

    /// @param interval milliseconds until the first repetition
    /// @param next the interval that follows one of this length
    void repeat(long interval, LongUnaryOperator next, Runnable message) {
        repetition = surroundings.timers().after(interval, () -> {
            // Armed before the message goes out: the sending may fail and end it all.
            repeat(next.applyAsLong(interval), next, message);
            message.run();
        });
    }

    void repeatNoMore() {
        repetition.cancel();
        // What it would have sent is not kept.
        repetition = Timer.NONE;
    }

    /// Ends the state after so many milliseconds, in place of when it was to end before.
    void limit(long milliseconds) {
        surroundings.timers().arm(milliseconds, this);
    }

    /// Ends the state after so many milliseconds; until then nothing is left to do but to answer what is repeated.
    ///
    /// @param remains what one in this state can be made of
    void linger(long milliseconds, Supplier<List<byte[]>> remains) {
        if (HopBytes.canBe(hop) && stay.sleeps(remains.get())) {
            stop();
            stay = Stay.OVER;
        } else {
            limit(milliseconds);
        }
    }

    /// Stops both timers.
    void stop() {
        repeatNoMore();
        surroundings.timers().disarm(this);
    }

    /// Stops for good.
    void over() {
        stop();
        stay.ended();
    }
}
