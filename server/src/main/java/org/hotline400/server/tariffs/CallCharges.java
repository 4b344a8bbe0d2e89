package org.hotline400.server.tariffs;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.tariffs.rating.Price;

/// What a package's calls cost.
///
/// @param prices of the components that cost something
/// @param bundled the components whose seconds the bundled minutes pay for
public record CallCharges(Map<Component, Price> prices, Set<Component> bundled) {
    public static final CallCharges FREE = new CallCharges(Map.of(), Set.of());

    public CallCharges {
        prices = Map.copyOf(prices);
        bundled = Set.copyOf(bundled);
    }

    /// Empty when it is free.
    public Optional<Price> price(Component component) {
        return Optional.ofNullable(prices.get(component));
    }
}
