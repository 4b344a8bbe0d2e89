package org.hotline400.server.numbers.grading;

/// What is true of seven digits, a bit each in one `long`.
///
/// The bytes 0 to 5 compare the first to the sixth digit with those behind it: bit k − 1 says that the digit
/// k places on is the same, bit 6 that the next is one more, bit 7 that the next is one less. Byte 6 holds
/// what no comparison tells.
final class Traits {
    static final int BYTES = 7;

    /// The last four are a day of the year.
    static final long MONTH_DAY = other(0);
    /// The last four are a year.
    static final long YEAR = other(1);
    /// The last six are a year and a month.
    static final long YEAR_MONTH = other(2);
    /// The last six are a year without its century, month and day.
    static final long YEAR_MONTH_DAY = other(3);
    /// There are two different digits.
    static final long TWO_DIGITS = other(4);
    /// The last four are favoured digits.
    static final long FAVOURED_TAIL = other(5);

    private static final int NEXT_IS_MORE = 6;
    private static final int NEXT_IS_LESS = 7;
    private static final long WITH_NEXT = Lanes.span(0, Lanes.COUNT - 1);
    private static final long LAST_FOUR = Lanes.span(3, 4);

    private Traits() {}

    private static long other(int bit) {
        return 1L << (Lanes.at(6) + bit);
    }

    /// The digits at both places are the same.
    static long same(int place, int later) {
        return 1L << (Lanes.at(place) + later - place - 1);
    }

    /// The digit behind this place is one more.
    static long up(int place) {
        return 1L << (Lanes.at(place) + NEXT_IS_MORE);
    }

    /// The digit behind this place is one less.
    static long down(int place) {
        return 1L << (Lanes.at(place) + NEXT_IS_LESS);
    }

    /// @param digits of the suffix, in [Lanes]
    static long of(int suffix, long digits) {
        long traits = 0;
        for (int on = 1; on < Lanes.COUNT; on++) {
            traits |= (Lanes.equal(digits, digits >>> Lanes.at(on)) & Lanes.span(0, Lanes.COUNT - on)) << (on - 1);
        }
        long next = digits >>> Lanes.at(1);
        traits |= (Lanes.equal(digits + Lanes.ALL, next) & WITH_NEXT) << NEXT_IS_MORE;
        traits |= (Lanes.equal(digits, next + Lanes.ALL) & WITH_NEXT) << NEXT_IS_LESS;
        return traits
                | dates(suffix)
                | when(differentDigits(traits) == 2, TWO_DIGITS)
                | when((favoured(digits) & LAST_FOUR) == LAST_FOUR, FAVOURED_TAIL);
    }

    private static long dates(int suffix) {
        int four = suffix % 10_000;
        int six = suffix % 1_000_000;
        return when(Dates.isDay(four), MONTH_DAY)
                | when(Dates.isYear(four), YEAR)
                | when(Dates.isYearAndMonth(six), YEAR_MONTH)
                | when(Dates.isDate(six), YEAR_MONTH_DAY);
    }

    private static long when(boolean holds, long trait) {
        return holds ? trait : 0;
    }

    /// How many different digits there are: each has one place behind which it does not come again.
    static int differentDigits(long traits) {
        long again = traits | (traits >>> 1) | (traits >>> 2) | (traits >>> 3) | (traits >>> 4) | (traits >>> 5);
        return Lanes.COUNT - Long.bitCount(again & WITH_NEXT);
    }

    /// The places of 8 (發), 6 (顺) and 9 (久).
    static long favoured(long digits) {
        return Lanes.places(digits, 8) | Lanes.places(digits, 6) | Lanes.places(digits, 9);
    }

    /// The places of 4, which sounds like death (死).
    static long disliked(long digits) {
        return Lanes.places(digits, 4);
    }
}
