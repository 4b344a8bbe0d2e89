package org.hotline400.server.tariffs.entitlements;

import java.util.List;
import java.util.Optional;
import org.hotline400.server.callplans.FeatureUse;
import org.hotline400.server.callplans.LivePlans;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.Feature;
import org.springframework.stereotype.Service;

/// What numbers' live plans make of the features they may use. From memory.
@Service
public class FeatureUsage {
    private final LivePlans plans;
    private final Features features;

    FeatureUsage(LivePlans plans, Features features) {
        this.plans = plans;
        this.features = features;
    }

    /// Paid for, and used nowhere.
    ///
    /// @param pricePerMonth of an option; empty: it comes with the package
    public record Unused(Feature feature, Optional<Money> pricePerMonth) {}

    /// The value-added and advanced features that a number has today and its live plan uses nowhere, options first.
    /// Says nothing of those that no plan shows, such as webhooks, nor of a number without a contract.
    public List<Unused> unused(TenantId tenant, HotlineNumber number) {
        return features.standing(number).stream()
                .flatMap(standing -> standing.features().stream()
                        .filter(feature -> feature.tier() != Feature.Tier.BASIC && PlanFeatures.show(feature))
                        .filter(feature -> paths(tenant, number, feature).isEmpty())
                        .map(feature -> new Unused(feature, standing.optionPrice(feature))))
                .sorted((one, other) -> Boolean.compare(
                        one.pricePerMonth().isEmpty(), other.pricePerMonth().isEmpty()))
                .toList();
    }

    /// Where a number's live plan uses a feature, as JSON pointers; empty when it has no plan.
    public List<String> paths(TenantId tenant, HotlineNumber number, Feature feature) {
        return plans.find(tenant, number).stream()
                .flatMap(live -> FeatureUse.in(live.plan()).stream())
                .filter(use -> PlanFeatures.sold(use.feature()) == feature)
                .map(FeatureUse::path)
                .toList();
    }
}
