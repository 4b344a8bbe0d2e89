package org.hotline400.server.numbers.grading;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hotline400.server.kernel.HotlineNumber;

/// Grades numbers by the seven digits behind 400. The rules, with what they come to, are told in
/// `docs/number-grading.md`.
public final class Grading {
    /// Of the rules: another version may grade the same number otherwise.
    public static final int VERSION = 1;

    /// From here on a number is premium: no pattern but an extremely regular one is worth so much.
    static final int PREMIUM_FROM = 80;
    /// From here on a number is special.
    static final int SPECIAL_FROM = 50;

    /// Of memorability: 8888888 has just the most.
    private static final int MOST = 100;

    /// Of memorability, without any pattern.
    private static final int LEAST = 8;

    private Grading() {}

    /// Grades without allocating anything: see [CompactGrade].
    ///
    /// @param suffix the seven digits behind 400 as a number, 0 to 9,999,999
    public static long compact(int suffix) {
        long digits = Lanes.of(suffix);
        long traits = Traits.of(suffix, digits);
        long favoured = Traits.favoured(digits);
        long disliked = Traits.disliked(digits);
        long upper = Patterns.upper(traits);
        long lower = Patterns.lower(traits, upper);
        int strength = 0;
        long covered = 0;
        long kinds = 0;
        for (int half = 0; half <= Patterns.HALF; half += Patterns.HALF) {
            for (long left = half == 0 ? upper : lower; left != 0; left &= left - 1) {
                var pattern = Patterns.at(half + Long.numberOfTrailingZeros(left));
                strength = Math.max(strength, pattern.strength(favoured, disliked));
                covered |= pattern.covered();
                kinds |= pattern.bit();
            }
        }
        int ease = ease(covered, traits) + Long.bitCount(favoured) - 2 * Long.bitCount(disliked);
        return CompactGrade.of(classOf(strength), Math.clamp(LEAST + strength / 2 + ease, 0, MOST), kinds);
    }

    /// What a pattern takes off the memory, and what fewer different digits do.
    private static int ease(long covered, long traits) {
        return 3 * Long.bitCount(covered) + 2 * (Lanes.COUNT - Traits.differentDigits(traits));
    }

    private static NumberClass classOf(int strength) {
        if (strength >= PREMIUM_FROM) {
            return NumberClass.PREMIUM;
        }
        return strength >= SPECIAL_FROM ? NumberClass.SPECIAL : NumberClass.ORDINARY;
    }

    /// By the same rules, with each pattern at its place.
    public static Grade of(HotlineNumber number) {
        int suffix = number.suffix();
        long grade = compact(suffix);
        return new Grade(VERSION, CompactGrade.numberClass(grade), CompactGrade.memorability(grade), findings(suffix));
    }

    private static List<Finding> findings(int suffix) {
        long digits = Lanes.of(suffix);
        long favoured = Traits.favoured(digits);
        long disliked = Traits.disliked(digits);
        return heard(Traits.of(suffix, digits))
                .mapToObj(Patterns::at)
                .sorted(Comparator.comparingInt((PlacedPattern one) -> one.strength(favoured, disliked))
                        .reversed())
                .map(PlacedPattern::finding)
                .toList();
    }

    /// Indices of patterns, in the order of worth.
    private static IntStream heard(long traits) {
        long upper = Patterns.upper(traits);
        long lower = Patterns.lower(traits, upper);
        return IntStream.range(0, Patterns.count())
                .filter(index -> ((index < Patterns.HALF ? upper : lower) & (1L << index)) != 0);
    }
}
