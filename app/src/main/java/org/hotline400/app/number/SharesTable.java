package org.hotline400.app.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.grading.PatternKind;
import org.hotline400.server.numbers.grading.Shares;

/// Grades the whole space twice, so that the second time tells how long it takes, and shows the shares.
final class SharesTable {
    private SharesTable() {}

    static List<String> lines() {
        var cold = System.nanoTime();
        Shares.count();
        var warm = System.nanoTime();
        var shares = Shares.count();
        var end = System.nanoTime();
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "rules %d: %,d numbers graded in %.2f s on one core, %.0f ns each (%.2f s the first time)",
                shares.rules(),
                shares.numbers(),
                (end - warm) / 1e9,
                (double) (end - warm) / shares.numbers(),
                (warm - cold) / 1e9));
        lines.add("");
        shares.classes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> classLine(one, shares))
                .forEach(lines::add);
        lines.add("");
        shares.patterns().entrySet().stream()
                .sorted(Map.Entry.<PatternKind, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(one -> patternLine(one, shares))
                .forEach(lines::add);
        return lines;
    }

    private static String classLine(Map.Entry<NumberClass, Integer> one, Shares shares) {
        return counted(one.getKey().code(), one.getValue(), shares)
                + one.getKey().chinese();
    }

    private static String patternLine(Map.Entry<PatternKind, Integer> one, Shares shares) {
        var kind = one.getKey();
        return counted(kind.code(), one.getValue(), shares) + kind.chinese() + " · " + kind.english();
    }

    private static String counted(String code, int numbers, Shares shares) {
        return String.format(Locale.ROOT, "%-16s %,10d  %8.4f %%  ", code, numbers, 100.0 * numbers / shares.numbers());
    }
}
