package org.hotline400.server.callplans.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.hotline400.server.callplans.PlacedFinding;
import org.hotline400.server.callplans.PublishedPlan;
import org.jspecify.annotations.Nullable;

/// A version as clients see it.
///
/// @param restoredFrom the version that it brought back
/// @param warnings of the check; only where it was just published
record PlanBody(
        String number,
        int version,
        Instant publishedAt,
        String author,
        String note,
        @Nullable Integer restoredFrom,
        @JsonRawValue @Nullable String document,
        List<PlacedFinding> warnings) {

    static PlanBody of(PublishedPlan plan) {
        return of(plan, plan.document(), List.of());
    }

    static PlanBody justPublished(PublishedPlan plan, List<PlacedFinding> warnings) {
        return of(plan, null, warnings);
    }

    private static PlanBody of(PublishedPlan plan, @Nullable String document, List<PlacedFinding> warnings) {
        return new PlanBody(
                plan.number().digits(),
                plan.version(),
                plan.publishedAt(),
                plan.author(),
                plan.note(),
                plan.restoredFrom(),
                document,
                warnings);
    }
}
