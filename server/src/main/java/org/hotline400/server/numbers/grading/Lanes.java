package org.hotline400.server.numbers.grading;

/// Seven digits in one `long`, a byte each, the first lowest, so that one instruction compares all. A set of
/// places is a `long` as well, with a 1 in the byte of each.
final class Lanes {
    static final int COUNT = 7;
    /// Every place.
    static final long ALL = 0x01_01_01_01_01_01_01L;

    private static final long BELOW_TOP = 0x7f_7f_7f_7f_7f_7f_7fL;

    private static final int WIDTH = 8;

    private Lanes() {}

    /// By how many bits a place is shifted.
    static int at(int place) {
        return WIDTH * place;
    }

    /// @param suffix the seven digits behind 400 as a number
    static long of(int suffix) {
        long digits = 0;
        for (int place = 0, rest = suffix; place < COUNT; place++, rest /= 10) {
            digits = (digits << WIDTH) | (rest % 10);
        }
        return digits;
    }

    /// The places where both have the same digit.
    static long equal(long one, long other) {
        // A byte of the difference is below 16: with 0x7f it reaches its top bit unless it is 0, and never the next
        // byte.
        return (~((one ^ other) + BELOW_TOP) >>> (WIDTH - 1)) & ALL;
    }

    /// The places of this digit.
    static long places(long digits, int digit) {
        return equal(digits, ALL * digit);
    }

    static long span(int start, int length) {
        return ALL >>> at(COUNT - length) << at(start);
    }
}
