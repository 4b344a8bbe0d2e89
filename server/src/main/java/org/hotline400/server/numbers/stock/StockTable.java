package org.hotline400.server.numbers.stock;

import java.time.LocalDate;
import java.util.EnumMap;
import org.roaringbitmap.RoaringBitmap;

/// Segments and imports, and what they come to on a day. A number is on sale when its segment is, unless the
/// last import that names it withholds it: so no import sells what the carrier has not given, and the end of a
/// segment ends all of it.
///
/// Immutable, without clock and database.
public final class StockTable {
    private final SegmentTable segments;
    private final RoaringBitmap withheld;

    private StockTable(SegmentTable segments, RoaringBitmap withheld) {
        this.segments = segments;
        this.withheld = withheld;
    }

    /// Nothing imported yet.
    public static StockTable of(SegmentTable segments) {
        return new StockTable(segments, new RoaringBitmap());
    }

    public StockTable with(SegmentTable others) {
        return new StockTable(others, withheld);
    }

    /// After one more import.
    public StockTable after(ImportedNumbers imported) {
        var after = RoaringBitmap.andNot(withheld, imported.onSale());
        after.or(imported.offSale());
        after.runOptimize();
        return new StockTable(segments, after);
    }

    public StockDay on(LocalDate day) {
        var onSale = new RoaringBitmap();
        var carriers = new EnumMap<NumberCarrier, RoaringBitmap>(NumberCarrier.class);
        for (var carrier : NumberCarrier.values()) {
            carriers.put(carrier, new RoaringBitmap());
        }
        for (var segment : segments.inForce(day)) {
            var numbers = segment.numbers();
            carriers.forEach((carrier, theirs) -> put(
                    theirs, numbers, segment.carrier().filter(carrier::equals).isPresent()));
            put(onSale, numbers, segment.onSale());
        }
        onSale.andNot(withheld);
        onSale.runOptimize();
        return new StockDay(day, onSale, carriers);
    }

    private static void put(RoaringBitmap set, NumberRange numbers, boolean inside) {
        if (inside) {
            set.add((long) numbers.first(), numbers.end());
        } else {
            set.remove((long) numbers.first(), numbers.end());
        }
    }
}
