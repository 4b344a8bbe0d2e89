package org.hotline400.server.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.hotline400.server.calls.PaidTime;

/// What a wait of a call minds that is paid for as it goes.
///
/// @param now by the clock by which the time is paid
/// @param warn lets caller and target hear that the end is near
record Fare(PaidTime paid, Supplier<Instant> now, Runnable warn) {
    /// Beyond it nothing is due, and a wait may as well look again.
    private static final Duration FAR = Duration.ofHours(1);

    /// Does what is due.
    void attend() {
        if (paid.look(now.get())) {
            warn.run();
        }
    }

    /// This deadline, or the moment at which something is due before it.
    Deadline earlier(Deadline deadline) {
        var next = paid.nextLook();
        if (next.equals(Instant.MAX)) {
            return deadline;
        }
        var left = Duration.between(now.get(), next);
        return deadline.earlier(Deadline.in(left.compareTo(FAR) < 0 ? left : FAR));
    }
}
