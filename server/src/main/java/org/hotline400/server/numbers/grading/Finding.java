package org.hotline400.server.numbers.grading;

import org.hotline400.server.kernel.HotlineNumber;

/// A pattern at its place.
///
/// @param start of the pattern within the seven digits behind 400, 0 to 6
/// @param length in digits, 1 to 7
public record Finding(PatternKind kind, int start, int length) {
    /// How many digits there are behind 400.
    public static final int DIGITS = 7;

    public Finding {
        if (start < 0 || length < 1 || start + length > DIGITS) {
            throw new IllegalArgumentException("a pattern lies within seven digits; was " + start + "+" + length);
        }
    }

    /// The digits that make it.
    public String digits(HotlineNumber number) {
        int from = number.digits().length() - DIGITS + start;
        return number.digits().substring(from, from + length);
    }
}
