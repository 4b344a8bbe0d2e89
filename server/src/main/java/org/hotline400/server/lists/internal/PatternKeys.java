package org.hotline400.server.lists.internal;

import org.hotline400.server.lists.EntryPattern;
import org.hotline400.server.lists.PatternKind;

/// Patterns as one `long` each, never 0. The low two bits are the kind, the third says that the number begins
/// with `+`, the rest are the digits with a 1 before them, so that leading zeros count.
public final class PatternKeys {
    /// With more digits the key would not fit: 1 and 18 digits need 61 bits.
    public static final int MOST_DIGITS = 18;

    /// What [#digits] answers for text that has something else in it.
    public static final long NO_DIGITS = -1;

    private static final int ADCODE_LENGTH = 6;
    private static final long PLUS = 4;
    private static final int SHIFT = 3;

    private PatternKeys() {}

    public static long of(EntryPattern pattern) {
        var text = pattern.text();
        return switch (pattern.kind()) {
            case NUMBER, PREFIX -> {
                boolean plus = text.charAt(0) == '+';
                yield key(pattern.kind(), plus, digits(text, plus ? 1 : 0, text.length()));
            }
            case AREA_CODE -> key(PatternKind.AREA_CODE, false, digits(text, 0, text.length()));
            case REGION -> key(PatternKind.REGION, false, digits(text, 0, significant(text)));
        };
    }

    /// @param digits as [#digits] gives them
    public static long key(PatternKind kind, boolean plus, long digits) {
        return (digits << SHIFT) | (plus ? PLUS : 0) | bits(kind);
    }

    /// The digits of a part of a text with a 1 before them; [#NO_DIGITS] when something else is among them.
    public static long digits(String text, int from, int to) {
        long digits = 1;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NO_DIGITS;
            }
            digits = digits * 10 + digit;
        }
        return digits;
    }

    /// How many digits count.
    static int length(long key) {
        return Long.toString(key >>> SHIFT).length() - 1;
    }

    /// Which kind of pattern a key stands for.
    public static PatternKind kindOf(long key) {
        return kind((int) (key & 3));
    }

    /// The other direction of [#of].
    public static EntryPattern pattern(long key) {
        var kind = kindOf(key);
        var digits = Long.toString(key >>> SHIFT).substring(1);
        var text = switch (kind) {
            case NUMBER, PREFIX -> (key & PLUS) == 0 ? digits : "+" + digits;
            case AREA_CODE -> digits;
            case REGION -> digits + "0".repeat(ADCODE_LENGTH - digits.length());
        };
        return new EntryPattern(kind, text);
    }

    /// How many digits of an administrative code count: 2 for a province, 4 for a city, else all.
    private static int significant(String adcode) {
        if (adcode.endsWith("0000")) {
            return 2;
        }
        return adcode.endsWith("00") ? 4 : ADCODE_LENGTH;
    }

    private static int bits(PatternKind kind) {
        return switch (kind) {
            case NUMBER -> 0;
            case PREFIX -> 1;
            case AREA_CODE -> 2;
            case REGION -> 3;
        };
    }

    private static PatternKind kind(int bits) {
        return switch (bits) {
            case 0 -> PatternKind.NUMBER;
            case 1 -> PatternKind.PREFIX;
            case 2 -> PatternKind.AREA_CODE;
            default -> PatternKind.REGION;
        };
    }
}
