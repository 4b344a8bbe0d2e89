package org.hotline400.server.numbers.stock;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/// The stock of one day. The sets are shared: whoever wants others copies them.
///
/// @param onSale the numbers that may be sold, whoever has them
/// @param carriers whose numbers; what nobody knows is in none
public record StockDay(LocalDate day, RoaringBitmap onSale, Map<NumberCarrier, RoaringBitmap> carriers) {
    public StockDay {
        carriers = Map.copyOf(carriers);
    }

    /// @param suffix the seven digits behind 400
    public Optional<NumberCarrier> carrier(int suffix) {
        return carriers.entrySet().stream()
                .filter(one -> one.getValue().contains(suffix))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
