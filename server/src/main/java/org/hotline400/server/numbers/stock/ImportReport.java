package org.hotline400.server.numbers.stock;

import java.util.List;
import org.hotline400.server.kernel.Violation;

/// What an import did, or would do. Kept with the import as JSON: fields may be added, never renamed.
///
/// @param lines read, the heading not counted
public record ImportReport(int lines, Effect effect, Conflicts conflicts, Overlaps overlaps, Faults faults) {
    /// Of each kind at most so many are named; all are counted.
    public static final int NAMED = 100;

    /// What becomes of the numbers that the file names, each counted once: `numbers` is the sum of the others.
    ///
    /// @param setOnSale were not on sale
    /// @param setOffSale were on sale
    /// @param alreadySo stay as they were
    /// @param waiting shall be on sale and are not, because their segment is not: they are when it is
    public record Effect(int numbers, int setOnSale, int setOffSale, int alreadySo, int waiting) {}

    /// Numbers that are somebody's: they stay with their holder, whatever the file says, and are on sale or not
    /// when they come back.
    public record Conflicts(int count, List<String> numbers) {
        public Conflicts {
            numbers = List.copyOf(numbers);
        }
    }

    /// Lines that name numbers which an earlier line names with the same state: no harm.
    public record Overlaps(int count, List<Overlap> lines) {
        public Overlaps {
            lines = List.copyOf(lines);
        }
    }

    /// @param line counted from 1
    public record Overlap(int line, int earlier) {}

    /// Lines that are wrong. A file with any is refused as a whole.
    public record Faults(int count, List<Violation> lines) {
        public Faults {
            lines = List.copyOf(lines);
        }
    }
}
