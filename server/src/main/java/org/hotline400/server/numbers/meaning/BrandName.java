package org.hotline400.server.numbers.meaning;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;

/// A name as it is looked at.
///
/// @param text letters and digits, of the usual width, small, Chinese ones simplified, a blank between Latin
///     words; without the words by which a company is named a company. Perhaps nothing is left.
/// @param readings of each `char`
record BrandName(String text, List<List<String>> readings) {
    private static final int LONGEST = 40;
    private static final List<String> ENDINGS = List.of("股份有限公司", "有限责任公司", "有限公司", "分公司", "集团公司", "公司", "集团");

    /// @throws IllegalArgumentException when it has not 1 to 40 characters
    static BrandName of(String name, Readings readings) {
        var stripped = name.strip();
        int length = stripped.codePointCount(0, stripped.length());
        if (length < 1 || length > LONGEST) {
            throw new IllegalArgumentException("a name has 1 to " + LONGEST + " characters; had " + length);
        }
        var text = withoutEnding(readings.simplified(fold(stripped)));
        return new BrandName(text, readings.of(text));
    }

    private static String withoutEnding(String text) {
        return ENDINGS.stream()
                .filter(ending -> text.endsWith(ending) && text.length() > ending.length())
                .findFirst()
                .map(ending -> text.substring(0, text.length() - ending.length()))
                .orElse(text);
    }

    /// Leaves letters and digits, of the usual width and small; between two Latin words a blank for whatever
    /// was there.
    static String fold(String text) {
        var folded = new StringBuilder(text.length());
        boolean gap = false;
        for (int point : text.codePoints().map(BrandName::usual).toArray()) {
            boolean kept = Character.isAlphabetic(point) || Character.isDigit(point);
            if (kept) {
                folded.append(gap && isLatin(point) && endsLatin(folded) ? " " : "")
                        .appendCodePoint(point);
            }
            gap = !kept;
        }
        return folded.toString();
    }

    private static boolean endsLatin(StringBuilder text) {
        return !text.isEmpty() && isLatin(text.charAt(text.length() - 1));
    }

    private static boolean isLatin(int point) {
        return point < 128;
    }

    private static int usual(int point) {
        int one = isUsual(point) ? point : compatible(point);
        return Character.isDigit(one) ? '0' + Character.digit(one, 10) : Character.toLowerCase(one);
    }

    /// Latin letters and the common Chinese characters are their own compatible form. So the start, which
    /// reads the dictionary, need not load the tables of normalization.
    private static boolean isUsual(int point) {
        return point < 128 || (point >= 0x4E00 && point < 0xA000);
    }

    /// One for one: some single characters are long texts in their compatible form.
    private static int compatible(int point) {
        var compatible = Normalizer.normalize(Character.toString(point), Form.NFKC);
        int first = compatible.codePointAt(0);
        return Character.charCount(first) == compatible.length() ? first : point;
    }
}
