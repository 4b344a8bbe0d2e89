package org.hotline400.server.callplans;

import java.time.Instant;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/// One published version of a number's plan. Never changes.
///
/// @param version counts from 1 for each number and holder
/// @param document as its author wrote it
/// @param author who published it
/// @param note why; may be empty
/// @param restoredFrom the version that this one brought back; null when it was written anew
public record PublishedPlan(
        TenantId tenant,
        HotlineNumber number,
        int version,
        String document,
        String author,
        String note,
        Instant publishedAt,
        @Nullable Integer restoredFrom) {}
