package org.hotline400.app.number;

import java.util.ArrayList;
import java.util.List;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.grading.Finding;
import org.hotline400.server.numbers.grading.Grade;
import org.hotline400.server.numbers.grading.Grading;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.prices.PriceList;

/// A number as it is explained to a buyer, with the digits of each pattern marked below it.
final class NumberStory {
    private static final String INDENT = "  ";
    private static final String BEFORE = "400-";
    /// The seven digits behind 400 are shown as three and four, with a hyphen between.
    private static final int FIRST_GROUP = 3;

    private NumberStory() {}

    static List<String> lines(HotlineNumber number, PriceList prices) {
        var grade = Grading.of(number);
        var price = prices.of(grade, grade.numberClass());
        var sentence = prices.explain(number, grade, grade.numberClass());
        var lines = new ArrayList<String>();
        lines.add(INDENT + number.display());
        grade.findings().forEach(finding -> lines.add(INDENT + marked(finding) + "  " + named(finding)));
        lines.add("");
        lines.add("class         " + className(grade.numberClass()));
        lines.add("memorability  " + grade.memorability() + " / 100");
        lines.add("set-up fee    " + price.setUpFee() + " yuan");
        lines.add("minimum term  " + price.minimumMonths() + " months");
        lines.add("by            " + by(grade, prices));
        lines.add("");
        lines.add(sentence.chinese() + "。");
        lines.add(capital(sentence.english()) + ".");
        return lines;
    }

    private static String marked(Finding finding) {
        var marks = new StringBuilder(" ".repeat(BEFORE.length() + Finding.DIGITS + 1));
        for (int place = finding.start(); place < finding.start() + finding.length(); place++) {
            marks.setCharAt(BEFORE.length() + place + (place < FIRST_GROUP ? 0 : 1), '^');
        }
        return marks.toString();
    }

    private static String named(Finding finding) {
        return finding.kind().code() + "  " + finding.kind().chinese() + " · "
                + finding.kind().english();
    }

    static String className(NumberClass numberClass) {
        return numberClass.chinese() + " · " + numberClass.code();
    }

    private static String by(Grade grade, PriceList prices) {
        return "rules " + grade.rules() + ", price list "
                + (prices.number() == 0 ? "in the box" : String.valueOf(prices.number()));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
