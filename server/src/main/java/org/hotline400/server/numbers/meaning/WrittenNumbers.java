package org.hotline400.server.numbers.meaning;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Numbers that stand in a name already: in digits, or in Chinese numerals.
final class WrittenNumbers {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{2,}");
    private static final Pattern NUMERALS = Pattern.compile(ChineseNumerals.CHARACTER + "+");
    private static final int MOST = SoundRuns.MOST_DIGITS;
    /// By number of digits.
    private static final int[] WEIGHTS = {0, 0, 88, 91, 94, 94, 94, 94};

    private static final int LESS_AS_NUMERALS = 4;
    /// Of 百, 千 or 万 alone, which mostly means "many".
    private static final int UNIT_ALONE = 45;

    private WrittenNumbers() {}

    static List<Fragment> in(String text) {
        var digits = DIGITS.matcher(text).results().flatMap(match -> digits(match.group()));
        var numerals = NUMERALS.matcher(text).results().flatMap(match -> numerals(match.group()));
        return Stream.concat(digits, numerals).toList();
    }

    /// Of too many, the first and the last.
    private static Stream<String> parts(String digits) {
        return digits.length() <= MOST
                ? Stream.of(digits)
                : Stream.of(digits.substring(0, MOST), digits.substring(digits.length() - MOST));
    }

    private static Stream<Fragment> digits(String written) {
        return parts(written)
                .map(digits -> new Fragment(
                        digits, WEIGHTS[digits.length()], "名称里就有" + digits, "The name has " + digits + " in it"));
    }

    private static Stream<Fragment> numerals(String written) {
        return ChineseNumerals.digits(written).stream()
                .flatMap(WrittenNumbers::parts)
                .map(digits -> new Fragment(
                        digits,
                        written.length() == 1 ? UNIT_ALONE : WEIGHTS[digits.length()] - LESS_AS_NUMERALS,
                        "“" + written + "”就是" + digits,
                        written + " is " + digits));
    }
}
