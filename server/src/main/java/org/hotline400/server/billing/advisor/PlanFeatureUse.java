package org.hotline400.server.billing.advisor;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.Feature;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.entitlements.BoughtOption;
import org.hotline400.server.tariffs.entitlements.FeatureUsage;
import org.hotline400.server.tariffs.entitlements.Features;
import org.springframework.stereotype.Component;

/// As entitlements and the number's live plan say.
@Component
class PlanFeatureUse implements FeatureUse {
    private final Features features;
    private final FeatureUsage usage;

    PlanFeatureUse(Features features, FeatureUsage usage) {
        this.features = features;
        this.usage = usage;
    }

    @Override
    public Use of(Contract contract) {
        var number = contract.spans().getLast().number();
        var tenant = contract.tenant();
        var needed = Arrays.stream(Feature.values())
                .filter(feature -> !usage.paths(tenant, number, feature).isEmpty())
                .collect(Collectors.toSet());
        var unused = usage.unused(tenant, number).stream()
                .map(FeatureUsage.Unused::feature)
                .collect(Collectors.toSet());
        return new Use(needed, bought(contract), unused);
    }

    private Map<Feature, Money> bought(Contract contract) {
        return features.standing(contract.spans().getLast().number()).stream()
                .flatMap(standing -> standing.options().stream())
                .collect(Collectors.toMap(BoughtOption::feature, BoughtOption::pricePerMonth, (one, _) -> one));
    }
}
