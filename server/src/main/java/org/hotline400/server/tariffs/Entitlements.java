package org.hotline400.server.tariffs;

import java.util.Map;
import java.util.Set;
import org.hotline400.server.kernel.Money;

/// Which features a package has.
///
/// @param included with the rent
/// @param options that can be had beside it, with their price a month, charged by day
public record Entitlements(Set<Feature> included, Map<Feature, Money> options) {
    public static final Entitlements ALL = new Entitlements(Set.of(Feature.values()), Map.of());

    public Entitlements {
        included = Set.copyOf(included);
        options = Map.copyOf(options);
    }
}
