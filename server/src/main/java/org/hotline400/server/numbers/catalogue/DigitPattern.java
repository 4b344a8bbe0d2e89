package org.hotline400.server.numbers.catalogue;

/// Seven places, at each a digit or any: which blocks it admits, and which numbers of those.
final class DigitPattern {
    private final int outer;
    private final int outerDigits;
    private final long[] inner;

    /// @param places seven digits or `?`
    DigitPattern(String places) {
        int mask = 0;
        int digits = 0;
        for (int place = 0; place < Space.OUTER; place++) {
            char one = places.charAt(place);
            mask = mask << 4 | (one == '?' ? 0 : 0xf);
            digits = digits << 4 | (one == '?' ? 0 : one - '0');
        }
        outer = mask;
        outerDigits = digits;
        inner = inner(places);
    }

    private static long[] inner(String places) {
        var row = Row.ALL;
        for (int place = Space.OUTER; place < Space.DIGITS; place++) {
            char one = places.charAt(place);
            if (one != '?') {
                row = Row.both(row, Row.digit(place, one - '0'));
            }
        }
        return row;
    }

    boolean admitsAll() {
        return outer == 0;
    }

    boolean admits(int block) {
        return (Space.name(block) & outer) == outerDigits;
    }

    /// The same in each block that it admits; only to be read.
    long[] inner() {
        return inner;
    }
}
