package org.hotline400.server.tariffs.entitlements;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.Feature;
import org.hotline400.server.tariffs.Tariff;
import org.hotline400.server.tariffs.contracts.ContractId;

/// What a number's contract gives it today.
///
/// @param features those of the package and of the options together
/// @param options that hold today
public record FeatureStanding(ContractId contract, Tariff tariff, Set<Feature> features, List<BoughtOption> options) {
    public FeatureStanding {
        options = List.copyOf(options);
    }

    /// The price of an option that holds today; empty: the feature comes with the package, or is not there.
    public Optional<Money> optionPrice(Feature feature) {
        return options.stream()
                .filter(option -> option.feature() == feature)
                .map(BoughtOption::pricePerMonth)
                .findFirst();
    }
}
