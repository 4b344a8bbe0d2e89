package org.hotline400.server.lists;

import java.time.Instant;
import java.util.UUID;
import org.hotline400.server.kernel.TenantId;

/// A list as it is kept, without its entries.
///
/// @param hasPin whether a PIN lets its callers through
/// @param entries how many it has, the expired ones too
/// @param version counts its changes
/// @param changedAt when it or an entry of it was last changed
public record StoredList(
        TenantId tenant,
        UUID id,
        ListName name,
        ListKind kind,
        String note,
        boolean hasPin,
        int entries,
        long version,
        Instant createdAt,
        Instant changedAt) {}
