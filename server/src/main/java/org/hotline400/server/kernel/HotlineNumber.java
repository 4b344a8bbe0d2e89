package org.hotline400.server.kernel;

import java.util.regex.Pattern;

/// A 400 number: exactly ten digits starting with 400. Stored as `4008888888`, shown as `400-888-8888`.
public record HotlineNumber(String digits) {
    public static final int LAST_SUFFIX = 9_999_999;

    private static final int PREFIX = 3;
    private static final long FIRST = 4_000_000_000L;
    private static final Pattern FORM = Pattern.compile("400[0-9]{7}");
    /// Blanks, and the hyphens and dashes that Chinese keyboards have.
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{Pd}]");

    public HotlineNumber {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException(
                    "a 400 number has exactly ten digits and starts with 400, such as 4008888888; was \"" + digits
                            + "\"");
        }
    }

    /// Reads a number as people write it: blanks and hyphens are dropped.
    ///
    /// @throws MistakeException that names the mistake: a digit too few, one too many, no 400 in front
    public static HotlineNumber parse(String text) {
        var digits = withoutSeparators(text);
        if (!FORM.matcher(digits).matches()) {
            throw NumberMistakes.of(text.strip(), digits);
        }
        return new HotlineNumber(digits);
    }

    /// Drops blanks and hyphens, as between the groups of a number.
    public static String withoutSeparators(String text) {
        return SEPARATORS.matcher(text).replaceAll("");
    }

    /// The number whose digits behind 400 these are.
    ///
    /// @param suffix 0 to [#LAST_SUFFIX]
    public static HotlineNumber ofSuffix(int suffix) {
        return new HotlineNumber(Long.toString(FIRST + suffix));
    }

    /// The seven digits behind 400 as a number, 0 to [#LAST_SUFFIX]: what sets of numbers are made of.
    public int suffix() {
        return Integer.parseInt(digits, PREFIX, digits.length(), 10);
    }

    public String display() {
        return digits.substring(0, 3) + "-" + digits.substring(3, 6) + "-" + digits.substring(6);
    }

    @Override
    public String toString() {
        return digits;
    }
}
