package org.hotline400.server.numbers.stock;

import org.hotline400.server.kernel.HotlineNumber;

/// The seven digits behind 400 as a number, 0 to 9,999,999: what sets of numbers are made of.
public final class Suffix {
    public static final int LAST = 9_999_999;

    private static final int BEHIND = 3;
    private static final long FIRST_NUMBER = 4_000_000_000L;

    private Suffix() {}

    public static int of(HotlineNumber number) {
        var digits = number.digits();
        return Integer.parseInt(digits, BEHIND, digits.length(), 10);
    }

    public static HotlineNumber number(int suffix) {
        return new HotlineNumber(Long.toString(FIRST_NUMBER + suffix));
    }
}
