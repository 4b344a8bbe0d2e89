package org.hotline400.server.numbers.catalogue;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.prices.PriceList;
import org.hotline400.server.numbers.stock.NumberCarrier;
import org.roaringbitmap.RoaringBitmap;

/// Catalogues to be tested; all share the one index of a test run.
final class Catalogues {
    static final CatalogueIndex INDEX = CatalogueIndex.build(2);
    static final UUID AUTUMN = UUID.fromString("01990000-0000-7000-8000-000000000001");
    static final UUID CLEARANCE = UUID.fromString("01990000-0000-7000-8000-000000000002");

    private Catalogues() {}

    static Catalogue of(Market market) {
        return Catalogue.of(INDEX, market);
    }

    /// Only these are available.
    static Catalogue selling(int... suffixes) {
        return of(market(RoaringBitmap.bitmapOf(suffixes)));
    }

    static Catalogue sellingAll() {
        return of(market(all()));
    }

    static RoaringBitmap all() {
        return range(0, Space.NUMBERS);
    }

    /// Available as said; carriers by segment, nothing else.
    static Market market(RoaringBitmap available) {
        return new Market(available, carriers(), Map.of(), Map.of(), PriceList.own());
    }

    /// Some blocks whole, some nearly, some half, and single numbers everywhere; with promotions and classes that the
    /// operator gave.
    static Market mixedMarket(long seed) {
        var random = new Random(seed);
        var available = new RoaringBitmap();
        for (int i = 0; i < 12; i++) {
            int block = random.nextInt(Space.BLOCKS);
            available.or(range(block * Space.SIZE, (block + 1) * Space.SIZE));
        }
        for (int i = 0; i < 12; i++) {
            int first = random.nextInt(Space.BLOCKS) * Space.SIZE + random.nextInt(Space.SIZE / 2);
            available.or(range(first, first + Space.SIZE / 2));
        }
        for (int i = 0; i < 60_000; i++) {
            available.add(random.nextInt(Space.NUMBERS));
        }
        for (int i = 0; i < 20_000; i++) {
            available.remove(random.nextInt(Space.NUMBERS));
        }
        return new Market(available, carriers(), promotions(random), overrides(random), PriceList.own());
    }

    /// All but one in a hundred.
    static Market wholeMarket(long seed) {
        var random = new Random(seed);
        var available = all();
        for (int i = 0; i < Space.NUMBERS / 100; i++) {
            available.remove(random.nextInt(Space.NUMBERS));
        }
        return new Market(available, carriers(), promotions(random), overrides(random), PriceList.own());
    }

    private static Map<UUID, RoaringBitmap> promotions(Random random) {
        var few = new RoaringBitmap();
        for (int i = 0; i < 100_000; i++) {
            few.add(random.nextInt(Space.NUMBERS));
        }
        return Map.of(AUTUMN, few, CLEARANCE, range(8_000_000, 8_750_123));
    }

    private static Map<Integer, NumberClass> overrides(Random random) {
        var any = NumberClass.values();
        var classes = new HashMap<Integer, NumberClass>();
        for (int i = 0; i < 50_000; i++) {
            classes.put(random.nextInt(Space.NUMBERS), any[random.nextInt(any.length)]);
        }
        return classes;
    }

    /// By the digit behind 400; of 2 to 5 nobody knows.
    private static Map<NumberCarrier, RoaringBitmap> carriers() {
        var carriers = new EnumMap<NumberCarrier, RoaringBitmap>(NumberCarrier.class);
        carriers.put(NumberCarrier.UNICOM, segments(0, 6));
        carriers.put(NumberCarrier.MOBILE, segments(1, 7));
        carriers.put(NumberCarrier.TELECOM, segments(8, 9));
        return carriers;
    }

    private static RoaringBitmap segments(int one, int other) {
        return RoaringBitmap.or(
                range(one * 1_000_000, (one + 1) * 1_000_000), range(other * 1_000_000, (other + 1) * 1_000_000));
    }

    static RoaringBitmap range(int from, int to) {
        return RoaringBitmap.bitmapOfRange(from, to);
    }
}
