package org.hotline400.server.numbers.prices;

import java.util.Comparator;
import java.util.List;
import org.hotline400.server.numbers.grading.NumberClass;

/// The rows of one class, dearest first and the one for the whole class last, so that the first that fits is
/// the price.
final class ClassPrices {
    private final long[] kinds;
    private final int[] levels;

    private ClassPrices(long[] kinds, int[] levels) {
        this.kinds = kinds;
        this.levels = levels;
    }

    /// @throws IllegalArgumentException when the class has no row without a pattern, or one that is not the cheapest
    static ClassPrices of(NumberClass numberClass, List<PriceRow> rows, List<NumberPrice> levels) {
        var own = rows.stream()
                .filter(row -> row.numberClass() == numberClass)
                .sorted(Comparator.comparing(PriceRow::price, PriceList.CHEAPEST_FIRST)
                        .reversed()
                        .thenComparing(row -> row.kind().isEmpty()))
                .toList();
        if (own.isEmpty() || own.getLast().kind().isPresent()) {
            throw new IllegalArgumentException("the class " + numberClass.code() + " has no price below its patterns'");
        }
        return new ClassPrices(
                own.stream().mapToLong(PriceRow::kinds).toArray(),
                own.stream().mapToInt(row -> levels.indexOf(row.price())).toArray());
    }

    int level(long found) {
        for (int row = 0; row < kinds.length - 1; row++) {
            if ((kinds[row] & found) != 0) {
                return levels[row];
            }
        }
        return levels[kinds.length - 1];
    }
}
