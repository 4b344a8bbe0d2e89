package org.hotline400.server.billing;

import java.time.LocalDate;
import java.util.Optional;
import org.hotline400.server.kernel.TenantId;

/// Which issued bills to list.
///
/// @param month its first day
/// @param open whether something of it is unpaid
/// @param overdueOn only those that were due before this day and are not paid
public record BillFilter(
        Optional<TenantId> tenant, Optional<LocalDate> month, Optional<Boolean> open, Optional<LocalDate> overdueOn) {
    public static final BillFilter ALL =
            new BillFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
