package org.hotline400.server.regions;

import java.util.List;
import org.hotline400.server.kernel.Violation;

/// How often the look-up agrees with a sample.
///
/// @param rows of the sample that could be read
/// @param bad rows that could not
/// @param province right, wrong and unknown of all rows
/// @param city of the rows that name one
/// @param examples of wrong answers, at most fifty, their numbers masked
/// @param faults of the bad rows, at most a hundred
public record AccuracyReport(
        int rows, int bad, Score province, Score city, List<Example> examples, List<Violation> faults) {
    public AccuracyReport {
        examples = List.copyOf(examples);
        faults = List.copyOf(faults);
    }

    /// How many of each.
    public record Score(int right, int wrong, int unknown) {}

    /// A wrong answer.
    ///
    /// @param number its last four digits masked: `1381234****`
    /// @param source who said so: `library`
    public record Example(String number, String expected, String answered, String source) {}
}
