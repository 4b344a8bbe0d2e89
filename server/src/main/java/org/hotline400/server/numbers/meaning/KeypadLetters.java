package org.hotline400.server.numbers.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a name is on the keypad of a telephone (ITU-T E.161): its Latin words, and the initials of its
/// pinyin. Few dial so, therefore it weighs little.
final class KeypadLetters {
    /// The keys of a to z.
    private static final String KEYS = "22233344455566677778889999";

    private static final Pattern WORDS = Pattern.compile("[a-z]{2,}");
    private static final int MOST = SoundRuns.MOST_DIGITS;
    /// By number of digits.
    private static final int[] WORD_WEIGHTS = {0, 0, 15, 30, 35, 38, 42, 45};

    private static final int[] INITIALS_WEIGHTS = {0, 0, 12, 20, 26, 28, 30, 32};

    private KeypadLetters() {}

    static List<Fragment> in(BrandName name) {
        var fragments = new ArrayList<Fragment>();
        WORDS.matcher(name.text()).results().forEach(match -> fragments.add(word(match.group())));
        int start = 0;
        while (start < name.text().length()) {
            int end = endOfChinese(name, start);
            if (end - start > 1) {
                fragments.add(initials(name, start, Math.min(end, start + MOST)));
            }
            start = Math.max(end, start + 1);
        }
        return fragments;
    }

    private static int endOfChinese(BrandName name, int start) {
        int end = start;
        while (end < name.text().length() && !name.readings().get(end).isEmpty()) {
            end++;
        }
        return end;
    }

    private static Fragment word(String word) {
        var letters = word.substring(0, Math.min(word.length(), MOST));
        var digits = digits(letters);
        var shown = letters.toUpperCase(Locale.ROOT);
        return new Fragment(
                digits,
                WORD_WEIGHTS[digits.length()],
                "“" + shown + "”在电话键盘上是" + digits,
                shown + " is " + digits + " on a telephone keypad");
    }

    private static Fragment initials(BrandName name, int start, int end) {
        var letters = new StringBuilder();
        for (var readings : name.readings().subList(start, end)) {
            letters.append(readings.getFirst().charAt(0));
        }
        var digits = digits(letters.toString());
        var shown = letters.toString().toUpperCase(Locale.ROOT);
        var said = name.text().substring(start, end);
        return new Fragment(
                digits,
                INITIALS_WEIGHTS[digits.length()],
                "“" + said + "”的拼音首字母" + shown + "在电话键盘上是" + digits,
                shown + ", the initials of " + said + ", is " + digits + " on a telephone keypad");
    }

    private static String digits(String letters) {
        var digits = new StringBuilder(letters.length());
        letters.chars().forEach(letter -> digits.append(KEYS.charAt(letter - 'a')));
        return digits.toString();
    }
}
