package org.hotline400.server.numbers.meaning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// An entry of the dictionary: a word, and digits that say it.
///
/// @param word 1 to 12 letters and digits of any script, as [#written] gives it
/// @param digits 1 to 7
/// @param weight 1 to 100: how well the digits say the word
/// @param why in Chinese, 1 to 100 characters
/// @param whyEnglish the same in English, 1 to 200 characters
/// @param trades that like these digits, whether the word is in a name or not; by code, each once
public record NumberWord(String word, String digits, int weight, String why, String whyEnglish, List<Trade> trades) {
    /// By word, then by digits.
    public static final Comparator<NumberWord> ORDER =
            Comparator.comparing(NumberWord::word).thenComparing(NumberWord::digits);

    private static final int LONGEST_WORD = 12;
    private static final int LONGEST_WHY = 100;
    private static final int LONGEST_WHY_ENGLISH = 200;

    public NumberWord {
        checkWord(word);
        checkDigits(digits);
        checkWeight(weight);
        checkWhy(why);
        checkWhyEnglish(whyEnglish);
        trades = trades.stream()
                .distinct()
                .sorted(Comparator.comparing(Trade::code))
                .toList();
    }

    /// A line of the data file.
    static NumberWord of(List<String> row) {
        var trades = Arrays.stream(row.get(5).split(" "))
                .filter(code -> !code.isEmpty())
                .map(Trade::of)
                .toList();
        return new NumberWord(row.get(0), row.get(1), Integer.parseInt(row.get(2)), row.get(3), row.get(4), trades);
    }

    /// A word as the dictionary writes it: letters and digits only, of the usual width, small, and Chinese ones
    /// simplified.
    ///
    /// @throws IllegalArgumentException when nothing is left, or too much
    public static String written(String text) {
        var word = BrandName.fold(text);
        return checkWord(Readings.library().simplified(word));
    }

    private static String checkWord(String word) {
        int length = word.codePointCount(0, word.length());
        if (length < 1 || length > LONGEST_WORD || !word.equals(BrandName.fold(word))) {
            throw new IllegalArgumentException("is 1 to " + LONGEST_WORD + " letters and digits; was \"" + word + "\"");
        }
        return word;
    }

    /// @throws IllegalArgumentException when these are no 1 to 7 digits
    public static String checkDigits(String digits) {
        if (!digits.matches("[0-9]{1,7}")) {
            throw new IllegalArgumentException("is 1 to 7 digits; was \"" + digits + "\"");
        }
        return digits;
    }

    /// @throws IllegalArgumentException when it is not 1 to 100
    public static int checkWeight(int weight) {
        if (weight < 1 || weight > 100) {
            throw new IllegalArgumentException("is 1 to 100; was " + weight);
        }
        return weight;
    }

    /// @throws IllegalArgumentException when it is blank or too long
    public static String checkWhy(String why) {
        return checkText(why, LONGEST_WHY);
    }

    /// @throws IllegalArgumentException when it is blank or too long
    public static String checkWhyEnglish(String why) {
        return checkText(why, LONGEST_WHY_ENGLISH);
    }

    private static String checkText(String text, int longest) {
        if (text.isBlank() || text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("is 1 to " + longest + " characters in one line");
        }
        return text;
    }

    boolean isFor(Trade trade) {
        return trades.contains(trade);
    }

    Fragment fragment() {
        return new Fragment(digits, weight, why, whyEnglish);
    }
}
