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
        lines.add("级别 class: " + className(grade.numberClass()));
        lines.add("好记度 memorability: " + grade.memorability() + " / 100");
        lines.add("选号费 set-up fee: " + price.setUpFee() + " 元 · yuan");
        lines.add("最低在网 minimum term: " + price.minimumMonths() + " 个月 · months");
        lines.add("依据 by: " + by(grade, prices));
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

    private static String className(NumberClass numberClass) {
        return numberClass.chinese() + " · " + numberClass.code();
    }

    private static String by(Grade grade, PriceList prices) {
        return "评级规则第 " + grade.rules() + " 版，价目表 " + prices.number() + " · rules " + grade.rules() + ", price list "
                + prices.number() + (prices.number() == 0 ? " (in the box)" : "");
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
