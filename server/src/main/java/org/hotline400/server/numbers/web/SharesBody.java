package org.hotline400.server.numbers.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.grading.PatternKind;
import org.hotline400.server.numbers.grading.Shares;

/// How many of all numbers are of which class and have which pattern, by the rules alone.
///
/// @param rules version of the rules
/// @param numbers all there are behind 400
record SharesBody(int rules, int numbers, List<ClassShare> classes, List<PatternShare> patterns) {

    /// @param name in the language that was asked for
    /// @param share of all numbers, 0 to 1
    record ClassShare(@JsonProperty("class") String numberClass, String name, int numbers, double share) {}

    /// @param name in the language that was asked for
    /// @param share of all numbers, 0 to 1
    record PatternShare(String pattern, String name, int numbers, double share) {}

    static SharesBody of(Shares shares, Locale locale) {
        return new SharesBody(
                shares.rules(),
                shares.numbers(),
                Arrays.stream(NumberClass.values())
                        .map(one -> share(shares, one, locale))
                        .toList(),
                Arrays.stream(PatternKind.values())
                        .map(one -> share(shares, one, locale))
                        .toList());
    }

    private static ClassShare share(Shares shares, NumberClass one, Locale locale) {
        int numbers = shares.classes().getOrDefault(one, 0);
        var name = NumberClassBody.isChinese(locale) ? one.chinese() : one.code() + " number";
        return new ClassShare(one.code(), name, numbers, (double) numbers / shares.numbers());
    }

    private static PatternShare share(Shares shares, PatternKind one, Locale locale) {
        int numbers = shares.patterns().getOrDefault(one, 0);
        var name = NumberClassBody.isChinese(locale) ? one.chinese() : one.english();
        return new PatternShare(one.code(), name, numbers, (double) numbers / shares.numbers());
    }
}
