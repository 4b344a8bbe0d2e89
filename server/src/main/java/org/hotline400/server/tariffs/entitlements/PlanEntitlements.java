package org.hotline400.server.tariffs.entitlements;

import java.util.Set;
import org.hotline400.server.callplans.Entitlements;
import org.hotline400.server.callplans.PlanFeature;
import org.hotline400.server.callplans.Words;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.Feature;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells call plans what the packages grant them.
@Component
class PlanEntitlements implements Entitlements {
    private final Features features;

    PlanEntitlements(Features features) {
        this.features = features;
    }

    @Override
    public Set<PlanFeature> of(HotlineNumber number) {
        var granted = features.of(number);
        return granted.size() == Feature.values().length ? PlanFeature.ALL : PlanFeatures.granted(granted);
    }

    @Override
    public Words offer(HotlineNumber number, PlanFeature feature) {
        var sold = PlanFeatures.sold(feature);
        return features.standing(number)
                .map(standing -> offer(
                        new Words(standing.tariff().chinese(), standing.tariff().english()),
                        new Words(sold.chinese(), sold.english()),
                        standing.tariff().entitlements().options().get(sold)))
                .orElseGet(() -> new Words(sold.chinese(), sold.english()));
    }

    private static Words offer(Words tariff, Words feature, @Nullable Money price) {
        var zh = "套餐“" + tariff.zh() + "”不含“" + feature.zh() + "”：";
        var en = "the package \"" + tariff.en() + "\" does not include " + feature.en() + ": ";
        return price == null
                ? new Words(zh + "请更换套餐，或在方案中去掉这一处。", en + "take another package, or take this out of the plan")
                : new Words(
                        zh + "可加购（每月 " + price + " 元，按天计费），也可更换套餐，或在方案中去掉这一处。",
                        en + "buy it beside the package (" + price
                                + " yuan a month, charged by day), take another package, or take this out of the plan");
    }
}
