package org.hotline400.server.statistics.web;

import java.util.List;
import org.hotline400.server.statistics.StepFigures;

/// What callers did at a step.
///
/// @param step of the plan, by its name there; empty when the caller left before the first
/// @param turns how often callers came to it, as far as they did something there
/// @param undecided went on because the caller chose nothing, or nothing that is there
/// @param left hung up there
record MenuBody(String number, String step, long turns, List<ChoiceBody> choices, long undecided, long left) {
    static MenuBody of(StepFigures step) {
        return new MenuBody(
                step.number(),
                step.step(),
                step.turns(),
                step.choices().stream()
                        .map(one -> new ChoiceBody(one.key(), one.next(), one.turns()))
                        .toList(),
                step.undecided(),
                step.left());
    }

    /// @param next the step it led to
    record ChoiceBody(String key, String next, long turns) {}
}
