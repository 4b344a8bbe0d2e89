package org.hotline400.server.callplans;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// All that chance, rotation and memory have to say when a step distributes a call: with it the order of targets is a
/// pure function. Kept in the call's record.
///
/// @param seed of what is random
/// @param turn how many calls the step has distributed before
/// @param lastRung when each target was rung last, by its text; a target that never was is absent
/// @param lastAnswered who last talked with this caller
public record Draw(long seed, long turn, Map<String, Instant> lastRung, Optional<String> lastAnswered) {
    /// Nothing was before.
    public static final Draw FIRST = new Draw(0, 0, Map.of(), Optional.empty());

    public Draw {
        lastRung = Map.copyOf(lastRung);
    }
}
