package org.hotline400.server.numbers.grading;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Every pattern at every place, the most worth first, and which of them are in a number.
///
/// Nothing is searched for. Each byte of a number's [Traits] strikes out the patterns that it refutes, by a
/// table; those that no byte strikes out are there. Sets of patterns are bits in the order of worth, in two
/// halves, as there are some ninety.
final class Patterns {
    /// The first index of the lower half.
    static final int HALF = Long.SIZE;

    private static final int BYTE = Byte.SIZE;
    private static final PlacedPattern[] PATTERNS = Arrays.stream(PatternKind.values())
            .flatMap(kind -> IntStream.rangeClosed(kind.shape().firstStart(), Lanes.COUNT - kind.length())
                    .mapToObj(start -> PlacedPattern.of(kind, start)))
            .sorted(Comparator.comparingInt(PlacedPattern::worth)
                    .thenComparingInt(PlacedPattern::start)
                    .reversed())
            .toArray(PlacedPattern[]::new);
    private static final long[] UPPER_NOT_REFUTED = notRefuted(0);
    private static final long[] LOWER_NOT_REFUTED = notRefuted(HALF);
    private static final long[] SILENCED_IN_UPPER = silenced(0);
    private static final long[] SILENCED_IN_LOWER = silenced(HALF);

    private Patterns() {}

    /// The pattern at this place of the order of worth.
    static PlacedPattern at(int index) {
        return PATTERNS[index];
    }

    static int count() {
        return PATTERNS.length;
    }

    /// Those of the upper half that a number has and that no other silences.
    static long upper(long traits) {
        return heard(there(UPPER_NOT_REFUTED, traits), 0, SILENCED_IN_UPPER);
    }

    /// The same of the lower half.
    ///
    /// @param upper what was heard of the upper half
    static long lower(long traits, long upper) {
        long left = there(LOWER_NOT_REFUTED, traits);
        for (long speaking = upper; speaking != 0; speaking &= speaking - 1) {
            left &= ~SILENCED_IN_LOWER[Long.numberOfTrailingZeros(speaking)];
        }
        return heard(left, HALF, SILENCED_IN_LOWER);
    }

    private static long there(long[] notRefuted, long traits) {
        long left = -1;
        for (int at = 0; at < Traits.BYTES; at++) {
            left &= notRefuted[(at << BYTE) | ((int) (traits >>> Lanes.at(at)) & 0xff)];
        }
        return left;
    }

    /// The one worth most speaks first and silences others, and so on.
    private static long heard(long there, int half, long[] silenced) {
        long left = there;
        for (long waiting = left; waiting != 0; ) {
            int speaking = Long.numberOfTrailingZeros(waiting);
            left &= ~silenced[half + speaking];
            waiting = left & (-2L << speaking);
        }
        return left;
    }

    /// For each value of each byte of the traits, the patterns of a half that it allows.
    private static long[] notRefuted(int half) {
        var table = new long[Traits.BYTES << BYTE];
        for (int entry = 0; entry < table.length; entry++) {
            int shift = Lanes.at(entry >> BYTE);
            long traits = (entry & 0xffL) << shift;
            long whole = 0xffL << shift;
            table[entry] = bits(
                    half, one -> (traits & demand(one).mask()) == (demand(one).value() & whole));
        }
        return table;
    }

    /// For each pattern, those of a half that it silences: all behind it in the order of worth.
    private static long[] silenced(int half) {
        return IntStream.range(0, PATTERNS.length)
                .mapToLong(one -> bits(half, other -> other > one && PATTERNS[one].silences(PATTERNS[other])))
                .toArray();
    }

    private static Shape.Demand demand(int one) {
        return PATTERNS[one].demand();
    }

    private static long bits(int half, IntPredicate which) {
        long bits = 0;
        for (int index = half; index < Math.min(PATTERNS.length, half + HALF); index++) {
            bits |= which.test(index) ? 1L << (index - half) : 0;
        }
        return bits;
    }
}
