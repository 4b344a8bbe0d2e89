package org.hotline400.server.callplans;

import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// A plan that somebody wants to publish.
///
/// @param document JSON
/// @param bounds what the author may ask for
/// @param author who
/// @param note why; at most 500 characters
public record PlanDraft(
        TenantId tenant, HotlineNumber number, String document, PlanBounds bounds, String author, String note) {
    public PlanDraft {
        if (note.length() > 500) {
            throw new IllegalArgumentException("a note has at most 500 characters");
        }
    }
}
