package org.hotline400.server.calls;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.callplans.Draw;

/// What is so in a rehearsal beside the call itself; what it does not say is as it is in truth.
///
/// @param closedToday whether the number is closed by hand; empty: as it is now
/// @param answers of the enterprise's systems, by the name of the step that asks; others answer nothing
/// @param draws what chance, rotation and memory say, by the name of the step that distributes; else nothing was before
/// @param full targets, by their text in the plan, that have all the calls they may
public record RehearsalWorld(
        Optional<Boolean> closedToday,
        Map<String, DataDips.Answer> answers,
        Map<String, Draw> draws,
        Set<String> full) {
    public static final RehearsalWorld USUAL = new RehearsalWorld(Optional.empty(), Map.of(), Map.of(), Set.of());

    public RehearsalWorld {
        answers = Map.copyOf(answers);
        draws = Map.copyOf(draws);
        full = Set.copyOf(full);
    }
}
