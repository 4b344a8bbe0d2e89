package org.hotline400.server.callplans;

import java.time.Instant;
import java.util.Optional;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/// A turn of the "closed today" switch.
///
/// @param closed off opens the number again
/// @param ends when it opens by itself; null: not before it is switched off
/// @param author who turned it
/// @param note why; may be empty
/// @param at when
public record Closure(
        TenantId tenant,
        HotlineNumber number,
        boolean closed,
        @Nullable Instant ends,
        String author,
        String note,
        Instant at) {

    public Optional<Instant> until() {
        return Optional.ofNullable(ends);
    }

    /// Whether the number is closed by it at this moment.
    public boolean closes(Instant moment) {
        return closed && !moment.isBefore(at) && (ends == null || moment.isBefore(ends));
    }
}
