package org.hotline400.server.numbers.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.grading.Grade;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.internal.ClassDecision;
import org.hotline400.server.numbers.prices.PriceList;
import org.jspecify.annotations.Nullable;

/// What class a number is sold in, and why.
///
/// @param numberClass it is sold in: the operator's, else the rules'
/// @param overridden whether the operator gave it
/// @param rules what the rules say, whatever the operator gave
/// @param explanation one sentence, in the language that was asked for
/// @param history what the operator decided, the newest first
record NumberClassBody(
        String number,
        String display,
        @JsonProperty("class") String numberClass,
        boolean overridden,
        RulesBody rules,
        String setUpFee,
        int minimumMonths,
        String explanation,
        List<DecisionBody> history) {

    /// @param version of the rules
    /// @param memorability 0 to 100
    /// @param patterns strongest first
    record RulesBody(
            int version, @JsonProperty("class") String numberClass, int memorability, List<PatternBody> patterns) {}

    /// @param start of the pattern within the seven digits behind 400, 0 to 6
    /// @param name in the language that was asked for
    record PatternBody(String pattern, String name, int start, String digits) {}

    /// @param numberClass null: the rules count again
    record DecisionBody(@JsonProperty("class") @Nullable String numberClass, String reason, String author, Instant at) {
        static DecisionBody of(ClassDecision decision) {
            return new DecisionBody(
                    decision.given().map(NumberClass::code).orElse(null),
                    decision.actor().reason(),
                    decision.actor().name(),
                    decision.at());
        }
    }

    static NumberClassBody of(
            HotlineNumber number, Grade grade, List<ClassDecision> history, PriceList prices, Locale locale) {
        var given = history.stream().findFirst().flatMap(ClassDecision::given);
        var sold = given.orElse(grade.numberClass());
        var price = prices.of(grade, sold);
        var explanation = prices.explain(number, grade, sold);
        return new NumberClassBody(
                number.digits(),
                number.display(),
                sold.code(),
                given.isPresent(),
                rules(number, grade, locale),
                price.setUpFee().toString(),
                price.minimumMonths(),
                isChinese(locale) ? explanation.chinese() : explanation.english(),
                history.stream().map(DecisionBody::of).toList());
    }

    private static RulesBody rules(HotlineNumber number, Grade grade, Locale locale) {
        return new RulesBody(
                grade.rules(),
                grade.numberClass().code(),
                grade.memorability(),
                grade.findings().stream()
                        .map(finding -> new PatternBody(
                                finding.kind().code(),
                                isChinese(locale)
                                        ? finding.kind().chinese()
                                        : finding.kind().english(),
                                finding.start(),
                                finding.digits(number)))
                        .toList());
    }

    static boolean isChinese(Locale locale) {
        return "zh".equals(locale.getLanguage());
    }
}
