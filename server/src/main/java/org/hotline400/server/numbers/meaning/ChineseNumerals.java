package org.hotline400.server.numbers.meaning;

import java.util.Optional;

/// Chinese numerals as digits: one by one (三六零 is 360), or as a number where they have units (三百六十五 is 365).
final class ChineseNumerals {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String UNITS = "十百千万";
    /// Other forms of numerals, and the usual ones at the same places.
    private static final String FORMS = "〇壹贰两叁肆伍陆柒捌玖拾佰仟";

    private static final String USUAL = "零一二二三四五六七八九十百千";
    private static final int TEN_THOUSAND = 10_000;
    private static final int LARGEST = 9_999_999;

    /// A regular expression for a character of them.
    static final String CHARACTER = "[" + DIGITS + UNITS + FORMS + "]";

    private int total;
    private int section;
    private int digit;
    private int unit = TEN_THOUSAND;
    private boolean afterZero;

    private ChineseNumerals() {}

    /// @param numerals simplified
    /// @return 2 digits or more; empty when it is one digit, too large, malformed or can be meant in two ways
    static Optional<String> digits(String numerals) {
        var usual = usual(numerals);
        return usual.chars().anyMatch(c -> UNITS.indexOf(c) >= 0) ? value(usual) : oneByOne(usual);
    }

    private static String usual(String numerals) {
        var usual = new StringBuilder(numerals.length());
        for (int i = 0; i < numerals.length(); i++) {
            int form = FORMS.indexOf(numerals.charAt(i));
            usual.append(form < 0 ? numerals.charAt(i) : USUAL.charAt(form));
        }
        return usual.toString();
    }

    private static Optional<String> oneByOne(String usual) {
        var digits = new StringBuilder(usual.length());
        usual.chars().map(DIGITS::indexOf).forEach(digits::append);
        return digits.length() < 2 ? Optional.empty() : Optional.of(digits.toString());
    }

    private static Optional<String> value(String usual) {
        var number = new ChineseNumerals();
        boolean formed = usual.chars().allMatch(number::take);
        int value = number.total + number.section + number.digit;
        return formed && !number.isColloquial() && value >= 10 && value <= LARGEST
                ? Optional.of(String.valueOf(value))
                : Optional.empty();
    }

    /// @return false when it cannot stand here
    private boolean take(int character) {
        int at = DIGITS.indexOf(character);
        if (at == 0) {
            afterZero = true;
            return digit == 0;
        }
        if (at > 0) {
            boolean fits = digit == 0;
            digit = at;
            return fits;
        }
        return takeUnit(unitOf(character));
    }

    private static int unitOf(int character) {
        return switch (UNITS.indexOf(character)) {
            case 0 -> 10;
            case 1 -> 100;
            case 2 -> 1_000;
            default -> TEN_THOUSAND;
        };
    }

    private boolean takeUnit(int taken) {
        boolean fits;
        if (taken == TEN_THOUSAND) {
            fits = total == 0;
            total = Math.max(1, section + digit) * TEN_THOUSAND;
            section = 0;
        } else {
            fits = taken < unit;
            section += Math.max(1, digit) * taken;
        }
        unit = taken;
        digit = 0;
        afterZero = false;
        return fits;
    }

    /// 一百五 is 150 to most and 105 to some.
    private boolean isColloquial() {
        return digit > 0 && unit > 10 && !afterZero;
    }
}
