package org.hotline400.server.tariffs.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.Feature;
import org.hotline400.server.tariffs.Tariff;
import org.hotline400.server.tariffs.entitlements.BoughtOption;
import org.hotline400.server.tariffs.entitlements.FeatureStanding;
import org.jspecify.annotations.Nullable;

/// What a number may use, and what can be had beside it.
///
/// @param contract absent: the number has none, and may use everything
/// @param tariff its package; absent without a contract
/// @param features all there are, by tier
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeaturesBody(
        String number, @Nullable String contract, @Nullable FeaturesPackage tariff, List<FeatureBody> features) {

    record FeaturesPackage(String code, int version, String chinese, String english) {
        static FeaturesPackage of(Tariff tariff) {
            return new FeaturesPackage(tariff.code(), tariff.version(), tariff.chinese(), tariff.english());
        }
    }

    /// @param tier `basic`, `value-added` or `advanced`
    /// @param state `included`, `bought`, `available` as an option, or `not-offered`
    /// @param pricePerMonth in yuan, of one that was bought or can be
    /// @param from the day from which a bought one is charged
    /// @param until the first day on which a bought one no longer holds; absent: it runs
    /// @param usedAt where the live plan uses it, as JSON pointers
    /// @param unused whether it is paid for and the live plan uses it nowhere
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FeatureBody(
            String feature,
            String chinese,
            String english,
            String tier,
            String state,
            @Nullable String pricePerMonth,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            List<String> usedAt,
            boolean unused) {}

    static FeaturesBody of(
            HotlineNumber number,
            Optional<FeatureStanding> standing,
            Function<Feature, List<String>> usedAt,
            List<Feature> unused) {
        return new FeaturesBody(
                number.digits(),
                standing.map(one -> one.contract().toString()).orElse(null),
                standing.map(FeatureStanding::tariff).map(FeaturesPackage::of).orElse(null),
                Arrays.stream(Feature.values())
                        .map(feature -> feature(feature, standing, usedAt.apply(feature), unused.contains(feature)))
                        .toList());
    }

    private static FeatureBody feature(
            Feature feature, Optional<FeatureStanding> standing, List<String> usedAt, boolean unused) {
        var option = standing.stream()
                .flatMap(one -> one.options().stream())
                .filter(one -> one.feature() == feature)
                .findFirst();
        var offered = standing.map(one -> one.tariff().entitlements().options().get(feature));
        return new FeatureBody(
                feature.code(),
                feature.chinese(),
                feature.english(),
                code(feature.tier()),
                state(feature, standing, option.isPresent(), offered.isPresent()),
                option.map(BoughtOption::pricePerMonth)
                        .or(() -> offered)
                        .map(Money::toString)
                        .orElse(null),
                option.map(BoughtOption::from).orElse(null),
                option.flatMap(BoughtOption::until).orElse(null),
                usedAt,
                unused);
    }

    private static String state(Feature feature, Optional<FeatureStanding> standing, boolean bought, boolean offered) {
        if (bought) {
            return "bought";
        }
        if (standing.map(one -> one.features().contains(feature)).orElse(true)) {
            return "included";
        }
        return offered ? "available" : "not-offered";
    }

    private static String code(Feature.Tier tier) {
        return tier.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
