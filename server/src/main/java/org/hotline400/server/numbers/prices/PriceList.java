package org.hotline400.server.numbers.prices;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.grading.CompactGrade;
import org.hotline400.server.numbers.grading.Explanation;
import org.hotline400.server.numbers.grading.Grade;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.grading.PatternKind;

/// What numbers cost by class and pattern, from a day on.
public final class PriceList {
    static final Comparator<NumberPrice> CHEAPEST_FIRST =
            Comparator.comparing(NumberPrice::setUpFee).thenComparingInt(NumberPrice::minimumMonths);

    private final int number;
    private final LocalDate starts;
    private final List<PriceRow> rows;
    private final List<NumberPrice> levels;
    private final ClassPrices[] classes;

    /// @param number 0 for the one in the box
    /// @param starts the first day, in Asia/Shanghai
    /// @param rows one without pattern for each class, and any with one
    PriceList(int number, LocalDate starts, List<PriceRow> rows) {
        this.number = number;
        this.starts = starts;
        this.rows = List.copyOf(rows);
        this.levels = rows.stream()
                .map(PriceRow::price)
                .distinct()
                .sorted(CHEAPEST_FIRST)
                .toList();
        this.classes = Arrays.stream(NumberClass.values())
                .map(one -> ClassPrices.of(one, rows, levels))
                .toArray(ClassPrices[]::new);
    }

    /// The list in the box.
    public static PriceList own() {
        return BoxedPrices.LIST;
    }

    /// Counts up from 1; 0 for the one in the box.
    public int number() {
        return number;
    }

    /// The first day it is in force, in Asia/Shanghai.
    public LocalDate starts() {
        return starts;
    }

    /// As they were written.
    public List<PriceRow> rows() {
        return rows;
    }

    /// The distinct prices, ascending by fee, then months.
    public List<NumberPrice> levels() {
        return levels;
    }

    /// The index in [#levels] of a number's price; allocates nothing.
    ///
    /// @param classOrdinal of [NumberClass]
    /// @param kinds as in a [CompactGrade]
    public int level(int classOrdinal, long kinds) {
        return classes[classOrdinal].level(kinds);
    }

    public NumberPrice of(NumberClass numberClass, Set<PatternKind> kinds) {
        long bits = kinds.stream().mapToLong(PatternKind::bit).sum();
        int classOrdinal = CompactGrade.classOrdinal(CompactGrade.of(numberClass, 0, bits));
        return levels.get(level(classOrdinal, bits));
    }

    /// The price of a number that is sold in this class, whatever the rules say of it.
    public NumberPrice of(Grade grade, NumberClass sold) {
        return of(sold, grade.kinds());
    }

    /// All that a buyer is told: `尾号六连8，顶级号码，一次性选号费 50000 元，最低在网 36 个月`.
    ///
    /// @param sold the class it is sold in: the rules', or the operator's
    public Explanation explain(HotlineNumber of, Grade grade, NumberClass sold) {
        return Explanation.of(of, grade, sold).and(of(grade, sold).explained());
    }
}
