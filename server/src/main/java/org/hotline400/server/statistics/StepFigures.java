package org.hotline400.server.statistics;

import java.util.List;

/// What callers did at a step of a number's plan.
///
/// @param choices the most frequent first
/// @param undecided calls that went on because the caller chose nothing, or nothing that is there
/// @param left calls whose caller hung up there
public record StepFigures(String number, String step, List<Choice> choices, long undecided, long left) {

    /// @param next the step it led to
    public record Choice(String key, String next, long turns) {}

    public StepFigures {
        choices = List.copyOf(choices);
    }

    /// How often callers came to it, as far as they did something there.
    public long turns() {
        return choices.stream().mapToLong(Choice::turns).sum() + undecided + left;
    }
}
