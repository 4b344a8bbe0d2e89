package org.hotline400.server.telephony;

import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hotline400.server.calls.HangUp;
import org.hotline400.server.calls.PhoneFailedException;

/// The mailbox of one call: the loops put signals in, the call's thread takes them out.
///
/// Bounded. A peer that floods a call with keys or re-INVITEs loses the oldest of its own signals; nobody waits.
final class CallSignals {
    private static final int ROOM = 512;

    private final LinkedBlockingQueue<Signal> queue = new LinkedBlockingQueue<>(ROOM);

    private boolean stopping;

    /// Called on the SIP loop and the media threads; never blocks.
    void tell(Signal signal) {
        while (!queue.offer(signal)) {
            if (!signal.essential()) {
                return;
            }
            queue.poll();
        }
    }

    /// The next signal, or empty when the deadline came first.
    Optional<Signal> next(Deadline deadline) {
        if (stopping) {
            throw stopped();
        }
        try {
            return Optional.ofNullable(queue.poll(deadline.left().toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException _) {
            // The flag stays down: what ends the call now, its BYE and its record, must not be interrupted too.
            stopping = true;
            throw stopped();
        }
    }

    private static PhoneFailedException stopped() {
        return new PhoneFailedException(HangUp.PLATFORM_FAILURE, "the platform is stopping");
    }
}
