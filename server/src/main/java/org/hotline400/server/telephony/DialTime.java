package org.hotline400.server.telephony;

import java.time.Duration;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.calls.DialOrder;
import org.jspecify.annotations.Nullable;

/// How long one dial may take, over all its rounds: the plan says it of the target, not of each way to it.
///
/// The ring time runs from the first sign of ringing, wherever that was. Until then each round has the set-up time, and
/// all of them together no more than twice: the next carrier gets its turn behind a silent one, and the caller does not
/// wait for all four. The rounds of a phone share both times evenly, so that those of a lower q ring, too.
final class DialTime {
    private static final int SILENT_WAYS = 2;

    private final DialOrder order;
    private final boolean shared;
    private final Deadline setUp;
    private int later;
    private @Nullable Deadline ring;
    private boolean rings;
    private long since = System.nanoTime();
    private Deadline deadline;

    /// @param rounds how many there are
    DialTime(DialOrder order, int rounds) {
        this.order = order;
        this.shared = order.target() instanceof Target.Extension;
        this.setUp = Deadline.in(shared ? order.setUpTime() : order.setUpTime().multipliedBy(SILENT_WAYS));
        this.deadline = setUp;
        this.later = rounds;
    }

    /// Another round begins.
    void begin() {
        later--;
        rings = false;
        since = System.nanoTime();
        deadline = share(ring == null ? setUp : ring).earlier(Deadline.in(order.setUpTime()));
    }

    /// There is a sign of ringing; only the first of a round counts.
    void ring() {
        if (!rings) {
            rings = true;
            since = System.nanoTime();
            ring = ring == null ? Deadline.in(order.ringTime()) : ring;
            deadline = share(ring);
        }
    }

    private Deadline share(Deadline all) {
        return shared ? Deadline.in(all.left().dividedBy(later + 1L)) : all;
    }

    /// Whether no time is left for another round.
    boolean isOver() {
        return (ring == null ? setUp : ring).passed();
    }

    /// When the round is given up.
    Deadline deadline() {
        return deadline;
    }

    /// How long the round has rung, or been without a sign of it.
    Duration waited() {
        return Duration.ofNanos(System.nanoTime() - since);
    }
}
