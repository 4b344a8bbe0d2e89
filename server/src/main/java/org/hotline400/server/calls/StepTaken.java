package org.hotline400.server.calls;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that happened in a step, with why. A step may leave several: a wrong key, then a right one.
///
/// @param step its name in the plan; of the chain before the plan, the stage's
/// @param kind the step's type, or `admission`
/// @param key what the caller pressed; null when nothing
/// @param facts fill the reason's wording
public record StepTaken(
        String step, String kind, Instant at, @Nullable String key, Why why, Map<String, String> facts) {
    public StepTaken {
        facts = Map.copyOf(facts);
    }
}
