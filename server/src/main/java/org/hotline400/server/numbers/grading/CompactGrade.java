package org.hotline400.server.numbers.grading;

import java.util.List;

/// A grade in one `long`, for ten million of them: bits 0–1 class, bits 2–8 memorability, bits 9–63 one for
/// each [PatternKind] by its ordinal.
public final class CompactGrade {
    private static final List<NumberClass> CLASSES = List.of(NumberClass.values());
    private static final int SCORE_AT = 2;
    private static final int SCORE_MASK = 0x7f;
    private static final int KINDS_AT = 9;

    private CompactGrade() {}

    /// @param kinds [PatternKind#bit] of each pattern found
    @SuppressWarnings("EnumOrdinal") // the order of the classes never changes
    public static long of(NumberClass numberClass, int memorability, long kinds) {
        return numberClass.ordinal() | ((long) memorability << SCORE_AT) | (kinds << KINDS_AT);
    }

    public static int classOrdinal(long grade) {
        return (int) grade & 3;
    }

    public static NumberClass numberClass(long grade) {
        return CLASSES.get(classOrdinal(grade));
    }

    public static int memorability(long grade) {
        return (int) (grade >>> SCORE_AT) & SCORE_MASK;
    }

    /// [PatternKind#bit] of each pattern found.
    public static long kinds(long grade) {
        return grade >>> KINDS_AT;
    }
}
