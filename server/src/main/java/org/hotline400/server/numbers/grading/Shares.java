package org.hotline400.server.numbers.grading;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// How many of the ten million numbers are of which class and have which pattern, by the rules alone.
///
/// @param rules version of the rules
/// @param numbers all that were graded
/// @param classes every class is there
/// @param patterns every pattern is there; a number with it twice counts once
public record Shares(int rules, int numbers, Map<NumberClass, Integer> classes, Map<PatternKind, Integer> patterns) {
    /// How many numbers there are behind 400.
    public static final int SPACE = 10_000_000;

    public Shares {
        classes = Map.copyOf(classes);
        patterns = Map.copyOf(patterns);
    }

    /// Counted once, when they are first asked for: about a second.
    public static Shares ofTheSpace() {
        return Counted.SHARES;
    }

    private static final class Counted {
        static final Shares SHARES = count();
    }

    /// Grades the whole space, on this thread.
    public static Shares count() {
        var classes = new int[NumberClass.values().length];
        var patterns = new int[PatternKind.values().length];
        for (int suffix = 0; suffix < SPACE; suffix++) {
            long grade = Grading.compact(suffix);
            classes[CompactGrade.classOrdinal(grade)]++;
            for (long left = CompactGrade.kinds(grade); left != 0; left &= left - 1) {
                patterns[Long.numberOfTrailingZeros(left)]++;
            }
        }
        return new Shares(
                Grading.VERSION,
                Arrays.stream(classes).sum(),
                named(NumberClass.class, classes),
                named(PatternKind.class, patterns));
    }

    /// @param counts in the order of the constants
    private static <E extends Enum<E>> Map<E, Integer> named(Class<E> type, int[] counts) {
        var named = new EnumMap<E, Integer>(type);
        int next = 0;
        for (var one : type.getEnumConstants()) {
            named.put(one, counts[next++]);
        }
        return named;
    }
}
