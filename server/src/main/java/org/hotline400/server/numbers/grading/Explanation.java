package org.hotline400.server.numbers.grading;

import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.HotlineNumber;

/// What somebody who buys a number is told of it, in both languages, without a full stop.
public record Explanation(String chinese, String english) {
    private static final Explanation NOTHING = new Explanation("没有明显规律", "no pattern");

    /// What is found in a number, the strongest first, and the class it is sold in: `尾号六连8，顶级号码`.
    ///
    /// @param sold the rules' class, or the operator's
    public static Explanation of(HotlineNumber number, Grade grade, NumberClass sold) {
        return named(grade.findings()).stream()
                .map(finding -> Phrases.of(finding, number))
                .reduce(Explanation::and)
                .orElse(NOTHING)
                .and(sold(grade.numberClass(), sold));
    }

    /// The strongest, and the next one that has none of its digits.
    private static List<Finding> named(List<Finding> findings) {
        if (findings.isEmpty()) {
            return List.of();
        }
        var first = findings.getFirst();
        Optional<Finding> apart = findings.stream()
                .filter(one ->
                        one.start() + one.length() <= first.start() || one.start() >= first.start() + first.length())
                .findFirst();
        return apart.map(second -> List.of(first, second)).orElse(List.of(first));
    }

    private static Explanation sold(NumberClass ruled, NumberClass sold) {
        return ruled == sold
                ? new Explanation(sold.chinese(), sold.code() + " number")
                : new Explanation(
                        "规则评为" + ruled.chinese() + "，平台定为" + sold.chinese(),
                        ruled.code() + " by the rules, sold as " + sold.code());
    }

    /// Goes on with this.
    public Explanation and(Explanation more) {
        return new Explanation(chinese + "，" + more.chinese, english + ", " + more.english);
    }
}
