package org.hotline400.server.callplans;

import java.time.Instant;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/// What is being written for a number, until it is published or thrown away.
///
/// @param revision changes with every save
/// @param document as its author left it; it need not be a plan, not even JSON
/// @param basedOn the version that was live when it was begun; null when there was none
/// @param author who saved it last
/// @param note what it is for; may be empty
public record SavedDraft(
        TenantId tenant,
        HotlineNumber number,
        long revision,
        String document,
        @Nullable Integer basedOn,
        String author,
        String note,
        Instant changedAt) {}
