package org.hotline400.server.limits.web;

import java.util.Optional;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.limits.NumberUsage;

/// The use of a number on the wire.
///
/// @param calls under way now
/// @param thisSecond begun in this second; absent without a limit
/// @param thisMonth begun in this calendar month of Asia/Shanghai; absent without a limit
record UsageBody(String number, Count calls, Optional<Count> thisSecond, Optional<Count> thisMonth) {

    /// @param most the limit; absent when there is none
    record Count(long now, Optional<Long> most) {
        static Count of(long now, long most) {
            return new Count(now, Optional.of(most).filter(limit -> limit > 0));
        }
    }

    static UsageBody of(HotlineNumber number, NumberUsage usage) {
        var limits = usage.limits();
        return new UsageBody(
                number.digits(),
                Count.of(usage.calls(), limits.simultaneous()),
                limited(usage.second(), limits.perSecond()),
                limited(usage.month(), limits.perMonth()));
    }

    private static Optional<Count> limited(long now, long most) {
        return Optional.of(Count.of(now, most)).filter(count -> count.most().isPresent());
    }
}
