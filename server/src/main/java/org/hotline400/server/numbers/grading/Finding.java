package org.hotline400.server.numbers.grading;

/// A pattern at its place.
///
/// @param start of the pattern within the seven digits behind 400, 0 to 6
/// @param length in digits, 1 to 7
public record Finding(PatternKind kind, int start, int length) {
    public Finding {
        if (start < 0 || length < 1 || start + length > 7) {
            throw new IllegalArgumentException("a pattern lies within seven digits; was " + start + "+" + length);
        }
    }
}
