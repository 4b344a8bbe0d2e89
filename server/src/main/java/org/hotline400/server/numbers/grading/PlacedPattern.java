package org.hotline400.server.numbers.grading;

/// A pattern at one of its places.
///
/// @param bit of its kind in a [CompactGrade]
/// @param span its places, in [Lanes]
/// @param demand what the traits of a number must be for it to be there
record PlacedPattern(PatternKind kind, int start, int worth, long bit, long span, Shape.Demand demand) {
    /// For digits that are all favoured, and against a disliked one.
    private static final int LUCK = 5;

    static PlacedPattern of(PatternKind kind, int start) {
        return new PlacedPattern(
                kind,
                start,
                kind.worth(start),
                kind.bit(),
                Lanes.span(start, kind.length()),
                kind.shape().at(start));
    }

    /// What it is worth with these digits.
    ///
    /// @param favoured places in [Lanes]
    /// @param disliked places in [Lanes]
    int strength(long favoured, long disliked) {
        if (!kind.family().heedsDigits()) {
            return worth;
        }
        if ((favoured & span) == span) {
            return worth + LUCK;
        }
        return (disliked & span) == 0 ? worth : worth - LUCK;
    }

    /// Whether nobody speaks of the weaker one where this one is: it lies within this one, or is the same
    /// over again.
    boolean silences(PlacedPattern weaker) {
        boolean within = (weaker.span & ~span) == 0;
        boolean again = kind == weaker.kind && (weaker.span & span) != 0;
        return again || (within && kind.family().silences(weaker.kind.family()));
    }

    /// Its digits, which one need not keep one by one; none for what takes no place.
    long covered() {
        return kind.family() == PatternKind.Family.DIGITS ? 0 : span;
    }

    Finding finding() {
        return new Finding(kind, start, kind.length());
    }
}
