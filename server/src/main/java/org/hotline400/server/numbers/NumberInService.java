package org.hotline400.server.numbers;

import java.time.Instant;
import java.util.Optional;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// A 400 number that the platform knows: one that somebody has or had.
///
/// @param tenant its holder; the operator while nobody has it
/// @param since when it came into this status
/// @param until when the status ends by itself; empty: it does not
/// @param successor the number that callers are referred to; there while it is replaced
public record NumberInService(
        HotlineNumber number,
        TenantId tenant,
        NumberStatus status,
        Instant since,
        Optional<Instant> until,
        Optional<HotlineNumber> successor) {
    public NumberInService {
        if (until.isPresent() != status.isTimed()
                || successor.isPresent() != (status == NumberStatus.REPLACED)
                || (status.isNobodys() && !tenant.equals(TenantId.OPERATOR))) {
            throw new IllegalArgumentException("no number can be so: " + number + " " + status.code() + " of " + tenant
                    + " until " + until + " for " + successor);
        }
    }

    /// Whether the time of its status is up: it is not what it says any more.
    public boolean isDue(Instant now) {
        return until.filter(end -> !end.isAfter(now)).isPresent();
    }

    /// Whether this tenant has it in service.
    public boolean isInServiceOf(TenantId holder) {
        return status.isInService() && tenant.equals(holder);
    }

    /// Whether this is its status and this its holder.
    public boolean is(NumberStatus other, TenantId holder) {
        return status == other && tenant.equals(holder);
    }
}
