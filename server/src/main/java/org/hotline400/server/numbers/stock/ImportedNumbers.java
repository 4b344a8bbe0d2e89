package org.hotline400.server.numbers.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.roaringbitmap.RoaringBitmap;

/// What an import says: these numbers are on sale, those are not. The sets share nothing and are not changed.
public record ImportedNumbers(RoaringBitmap onSale, RoaringBitmap offSale) {
    public static final ImportedNumbers NONE = new ImportedNumbers(new RoaringBitmap(), new RoaringBitmap());

    /// @param ranges of which no two contradict each other
    public static ImportedNumbers of(Iterable<StockRange> ranges) {
        var onSale = new RoaringBitmap();
        var offSale = new RoaringBitmap();
        for (var range : ranges) {
            (range.onSale() ? onSale : offSale)
                    .add((long) range.numbers().first(), range.numbers().end());
        }
        return new ImportedNumbers(onSale, offSale);
    }

    /// The fewest ranges that say the same, those on sale first, each kind in the order of the numbers.
    public List<StockRange> ranges() {
        var ranges = new ArrayList<StockRange>();
        forEachRange(ranges::add);
        return ranges;
    }

    /// As [#ranges()], one by one: there may be a million.
    void forEachRange(Consumer<StockRange> consumer) {
        forEachRange(onSale, true, consumer);
        forEachRange(offSale, false, consumer);
    }

    private static void forEachRange(RoaringBitmap numbers, boolean onSale, Consumer<StockRange> consumer) {
        long first = numbers.nextValue(0);
        while (first >= 0) {
            long end = numbers.nextAbsentValue((int) first);
            consumer.accept(new StockRange(new NumberRange((int) first, (int) end - 1), onSale));
            first = numbers.nextValue((int) end);
        }
    }

    /// All numbers that it names.
    public RoaringBitmap all() {
        return RoaringBitmap.or(onSale, offSale);
    }
}
