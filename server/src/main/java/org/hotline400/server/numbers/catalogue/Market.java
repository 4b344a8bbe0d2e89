package org.hotline400.server.numbers.catalogue;

import java.util.Map;
import java.util.UUID;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.prices.PriceList;
import org.hotline400.server.numbers.stock.NumberCarrier;
import org.roaringbitmap.RoaringBitmap;

/// All that is known of numbers besides their digits. Sets are bitmaps of the seven digits behind 400 and
/// are never changed once they are here.
///
/// @param available on sale, and nobody's
/// @param carriers whose numbers
/// @param promotions the numbers of each that runs now
/// @param overrides classes that the operator gave, by the seven digits
public record Market(
        RoaringBitmap available,
        Map<NumberCarrier, RoaringBitmap> carriers,
        Map<UUID, RoaringBitmap> promotions,
        Map<Integer, NumberClass> overrides,
        PriceList prices) {
    public Market {
        carriers = Map.copyOf(carriers);
        promotions = Map.copyOf(promotions);
        overrides = Map.copyOf(overrides);
    }
}
