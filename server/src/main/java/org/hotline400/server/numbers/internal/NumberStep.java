package org.hotline400.server.numbers.internal;

import java.time.Duration;
import java.util.Optional;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.NumberEvent;

/// What is to happen to a number.
///
/// @param to who has it then; empty: who has it now, or nobody where the status says so
/// @param length how long the status that follows lasts; empty: as configured
/// @param successor the number that takes its place
public record NumberStep(
        NumberEvent event, Optional<TenantId> to, Optional<Duration> length, Optional<HotlineNumber> successor) {

    public static NumberStep of(NumberEvent event) {
        return new NumberStep(event, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static NumberStep to(TenantId tenant, NumberEvent event) {
        return new NumberStep(event, Optional.of(tenant), Optional.empty(), Optional.empty());
    }

    public static NumberStep replacedBy(HotlineNumber successor, Optional<Duration> referral) {
        return new NumberStep(NumberEvent.REPLACE, Optional.empty(), referral, Optional.of(successor));
    }
}
