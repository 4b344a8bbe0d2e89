package org.hotline400.app.measure;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.hotline400.server.numbers.catalogue.Market;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.prices.PriceList;
import org.hotline400.server.numbers.stock.NumberCarrier;
import org.roaringbitmap.RoaringBitmap;

/// What is measured: the segments that are on sale less one number in a hundred, three promotions, a
/// thousand classes that the operator gave.
final class MeasuredMarket {
    static final List<UUID> PROMOTIONS = List.of(new UUID(400, 1), new UUID(400, 2), new UUID(400, 3));

    private static final int SEGMENT = 1_000_000;
    private static final int NUMBERS = 10 * SEGMENT;
    private static final long SEED = 400;

    private MeasuredMarket() {}

    static Market market() {
        var random = new Random(SEED);
        var available = onSale();
        for (int i = 0; i < NUMBERS / 100; i++) {
            available.remove(random.nextInt(NUMBERS));
        }
        available.runOptimize();
        return new Market(available, carriers(), promotions(random), classes(random), PriceList.own());
    }

    static RoaringBitmap onSale() {
        return RoaringBitmap.or(carriers().values().iterator());
    }

    /// By the digit behind 400; what 2 to 5 are for is not known.
    static Map<NumberCarrier, RoaringBitmap> carriers() {
        var carriers = new EnumMap<NumberCarrier, RoaringBitmap>(NumberCarrier.class);
        carriers.put(NumberCarrier.UNICOM, RoaringBitmap.or(segment(0), segment(6)));
        carriers.put(NumberCarrier.MOBILE, RoaringBitmap.or(segment(1), segment(7)));
        carriers.put(NumberCarrier.TELECOM, RoaringBitmap.or(segment(8), segment(9)));
        return carriers;
    }

    private static RoaringBitmap segment(int digit) {
        return range(digit * SEGMENT, (digit + 1) * SEGMENT);
    }

    private static RoaringBitmap range(int from, int to) {
        return RoaringBitmap.bitmapOfRange(from, to);
    }

    private static Map<UUID, RoaringBitmap> promotions(Random random) {
        var few = new RoaringBitmap();
        for (int i = 0; i < 10_000; i++) {
            few.add(random.nextInt(NUMBERS));
        }
        var hundredths = new RoaringBitmap();
        for (int suffix = 88; suffix < NUMBERS; suffix += 100) {
            hundredths.add(suffix);
        }
        return Map.of(
                PROMOTIONS.get(0), few, PROMOTIONS.get(1), range(6_000_000, 6_500_000), PROMOTIONS.get(2), hundredths);
    }

    private static Map<Integer, NumberClass> classes(Random random) {
        var any = NumberClass.values();
        var classes = new HashMap<Integer, NumberClass>();
        for (int i = 0; i < 1_000; i++) {
            classes.put(random.nextInt(NUMBERS), any[random.nextInt(any.length)]);
        }
        return classes;
    }

    /// In micro-yuan.
    static long anyFee(Random random) {
        var levels = PriceList.own().levels();
        return levels.get(random.nextInt(levels.size())).setUpFee().microYuan();
    }
}
