package org.hotline400.server.numbers.stock;

import org.hotline400.server.kernel.HotlineNumber;

/// Numbers in a row, by the seven digits behind 400.
///
/// @param first 0 to 9,999,999
/// @param last inclusive
public record NumberRange(int first, int last) {
    private static final int DIGITS = 10;
    private static final int BEHIND = 3;

    public NumberRange {
        if (first < 0 || last > HotlineNumber.LAST_SUFFIX || last < first) {
            throw new IllegalArgumentException("a range lies within seven digits; was " + first + " to " + last);
        }
    }

    /// All numbers that begin so.
    ///
    /// @param prefix four to ten digits that begin with 400
    public static NumberRange behind(String prefix) {
        var open = DIGITS - prefix.length();
        return new NumberRange(
                Integer.parseInt(prefix.substring(BEHIND) + "0".repeat(open)),
                Integer.parseInt(prefix.substring(BEHIND) + "9".repeat(open)));
    }

    /// The one behind the last, as bitmaps count.
    public long end() {
        return last + 1L;
    }
}
