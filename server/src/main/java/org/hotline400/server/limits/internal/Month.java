package org.hotline400.server.limits.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hotline400.server.kernel.BusinessTime;

/// The calls of one calendar month on this node.
///
/// @param begins the month's first instant in Asia/Shanghai
record Month(Instant begins, long calls) {
    static final Month NONE = new Month(Instant.EPOCH, 0);

    /// The begin of the month that is now by this clock.
    static Instant now(Clock clock) {
        return clock.instant()
                .atZone(BusinessTime.ZONE)
                .withDayOfMonth(1)
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
    }

    /// Goes on to the month that begins then, where it is another one.
    Month in(Instant month) {
        return begins.equals(month) ? this : new Month(month, 0);
    }

    Month plus(long more) {
        return new Month(begins, Math.max(0, calls + more));
    }
}
