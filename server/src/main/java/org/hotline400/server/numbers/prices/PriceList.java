package org.hotline400.server.numbers.prices;

import java.util.List;
import java.util.Set;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.grading.PatternKind;

/// What numbers cost by class and pattern.
public final class PriceList {
    private static final PriceList OWN = new PriceList(List.of(new NumberPrice(Money.ZERO, 12)));

    private final List<NumberPrice> levels;

    private PriceList(List<NumberPrice> levels) {
        this.levels = List.copyOf(levels);
    }

    /// The list in the box.
    public static PriceList own() {
        return OWN;
    }

    /// The distinct prices, ascending by fee, then months.
    public List<NumberPrice> levels() {
        return levels;
    }

    /// The index in [#levels] of a number's price; allocates nothing.
    ///
    /// @param classOrdinal of [NumberClass]
    /// @param kinds bit `1L << kind.ordinal()` for each pattern found
    public int level(int classOrdinal, long kinds) {
        return 0;
    }

    public NumberPrice of(NumberClass numberClass, Set<PatternKind> kinds) {
        return levels.getFirst();
    }
}
