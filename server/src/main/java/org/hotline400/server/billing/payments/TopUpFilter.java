package org.hotline400.server.billing.payments;

import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.TenantId;

/// Which top-ups to list.
///
/// @param state its text code
public record TopUpFilter(Optional<String> state, Optional<String> reference, Optional<TenantId> tenant) {
    public static final TopUpFilter ALL = new TopUpFilter(Optional.empty(), Optional.empty(), Optional.empty());

    /// The text codes of all states.
    public static final List<String> STATES =
            List.of("asked", "paid", "partly-refunded", "refunded", "closed", "expired");
}
