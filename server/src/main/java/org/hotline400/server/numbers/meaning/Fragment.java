package org.hotline400.server.numbers.meaning;

/// A run of digits that says something.
///
/// @param digits 1 to 7 digits, to be found anywhere in the seven behind 400
/// @param weight 1 to 100: how well it says it; a longer and closer sound weighs more
/// @param why in Chinese, such as `"一路发"谐音168`
/// @param whyEnglish the same in English
public record Fragment(String digits, int weight, String why, String whyEnglish) {
    public Fragment {
        if (!digits.matches("[0-9]{1,7}")) {
            throw new IllegalArgumentException("a fragment is one to seven digits; was \"" + digits + "\"");
        }
        if (weight < 1 || weight > 100) {
            throw new IllegalArgumentException("a weight is 1 to 100; was " + weight);
        }
    }
}
