package org.hotline400.server.numbers.catalogue;

import java.util.Map;
import java.util.UUID;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.grading.PatternKind;
import org.hotline400.server.numbers.prices.NumberPrice;
import org.hotline400.server.numbers.stock.NumberCarrier;

/// How many of the numbers found are of which kind; kinds with none are left out.
public record Facets(
        Map<NumberClass, Integer> classes,
        Map<NumberCarrier, Integer> carriers,
        Map<PatternKind, Integer> patterns,
        Map<NumberPrice, Integer> prices,
        Map<UUID, Integer> promotions) {
    public Facets {
        classes = Map.copyOf(classes);
        carriers = Map.copyOf(carriers);
        patterns = Map.copyOf(patterns);
        prices = Map.copyOf(prices);
        promotions = Map.copyOf(promotions);
    }
}
