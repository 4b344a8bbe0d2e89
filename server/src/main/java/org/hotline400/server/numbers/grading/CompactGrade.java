package org.hotline400.server.numbers.grading;

/// A grade in one `long`, for ten million of them: bits 0–1 class, bits 2–8 memorability, bits 9–63 one for
/// each [PatternKind] by its ordinal.
public final class CompactGrade {
    private static final int SCORE_AT = 2;
    private static final int SCORE_MASK = 0x7f;
    private static final int KINDS_AT = 9;

    private CompactGrade() {}

    /// @param kinds bit `1L << kind.ordinal()` for each pattern found
    public static long of(NumberClass numberClass, int memorability, long kinds) {
        return numberClass.ordinal() | (long) memorability << SCORE_AT | kinds << KINDS_AT;
    }

    public static int classOrdinal(long grade) {
        return (int) grade & 3;
    }

    public static int memorability(long grade) {
        return (int) (grade >>> SCORE_AT) & SCORE_MASK;
    }

    /// Bit `1L << kind.ordinal()` for each pattern found.
    public static long kinds(long grade) {
        return grade >>> KINDS_AT;
    }
}
