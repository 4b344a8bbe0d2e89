package org.hotline400.server.tariffs.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.Component;
import org.hotline400.server.tariffs.Feature;
import org.hotline400.server.tariffs.Tariff;
import org.hotline400.server.tariffs.Tariffs;
import org.hotline400.server.tariffs.rating.Price;
import org.jspecify.annotations.Nullable;

/// A package on the wire, with all that one needs to compare it; amounts are decimal yuan.
///
/// @param from the first day of this edition
/// @param usageFrom minutes a month that it fits from, inclusive
/// @param usageBefore and up to, exclusive; absent for no end
/// @param perMinute of a minute beyond the bundled ones
/// @param prices of the components of a call, by their code; what is not there is free
/// @param bundled the components that the bundled minutes pay for
/// @param unused what becomes of minutes at the end of their month: `expire`, `pay-by-use`, `carry-over-3`
/// @param firstMonth that is not whole: `full`, `pro-rata`, `actual-use`
/// @param minimum that a month's calls cost at least
/// @param earlyExit what leaving before the end of the term costs: `nothing`, `discount-back`, `remaining-rent`
/// @param included features
/// @param options features that can be had beside them, with their price a month
record TariffBody(
        String code,
        int version,
        LocalDate from,
        String chinese,
        String english,
        int usageFrom,
        @Nullable Integer usageBefore,
        String rentPerMonth,
        int minutes,
        String perMinute,
        List<TermBody> terms,
        Map<String, PriceBody> prices,
        List<String> bundled,
        String unused,
        String firstMonth,
        String minimum,
        String earlyExit,
        List<String> included,
        Map<String, String> options) {

    /// @param rentPerMonth after the discount
    record TermBody(int months, int percentOff, String rentPerMonth) {}

    /// @param connectFee once, when it is answered
    /// @param firstBlock seconds that the first increment has at least
    /// @param minimum that an answered call costs at least
    /// @param windows of the day by their beginnings; before the first one begins, the last one goes on
    record PriceBody(String connectFee, int firstBlock, String minimum, List<WindowBody> windows) {
        static PriceBody of(Price price) {
            return new PriceBody(
                    price.connectFee().toString(),
                    price.firstBlock(),
                    price.minimum().toString(),
                    price.windows().stream()
                            .map(window -> new WindowBody(
                                    window.from().toString(),
                                    window.steps().stream()
                                            .map(step -> new StepBody(
                                                    step.fromSecond(),
                                                    step.rate().amount().toString(),
                                                    step.rate().perSeconds(),
                                                    step.increment()))
                                            .toList()))
                            .toList());
        }
    }

    record WindowBody(String from, List<StepBody> steps) {}

    /// @param fromSecond of the call
    /// @param increment seconds that are charged together
    record StepBody(int fromSecond, String amount, int perSeconds, int increment) {}

    static TariffBody of(Tariff tariff, Tariffs tariffs) {
        var conditions = tariff.conditions();
        return new TariffBody(
                tariff.code(),
                tariff.version(),
                tariff.starts(),
                tariff.chinese(),
                tariff.english(),
                tariff.usage().from(),
                tariff.usage().before().orElse(null),
                tariff.rentPerMonth().toString(),
                tariff.minutes(),
                tariff.perMinute().toString(),
                tariff.terms().stream()
                        .map(term -> new TermBody(
                                term.months(),
                                term.percentOff(),
                                tariffs.rent(tariff, term.months()).toString()))
                        .toList(),
                prices(tariff),
                bundled(tariff),
                conditions.unused().code(),
                conditions.firstMonth().code(),
                conditions.minimum().toString(),
                conditions.earlyExit().code(),
                included(tariff),
                options(tariff));
    }

    private static Map<String, PriceBody> prices(Tariff tariff) {
        return tariff.calls().prices().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().code(),
                        entry -> PriceBody.of(entry.getValue()),
                        (one, _) -> one,
                        TreeMap::new));
    }

    private static List<String> bundled(Tariff tariff) {
        return tariff.calls().bundled().stream().sorted().map(Component::code).toList();
    }

    private static List<String> included(Tariff tariff) {
        return Arrays.stream(Feature.values())
                .filter(tariff.entitlements().included()::contains)
                .map(Feature::code)
                .toList();
    }

    private static Map<String, String> options(Tariff tariff) {
        var options = new TreeMap<String, String>();
        for (Map.Entry<Feature, Money> option : tariff.entitlements().options().entrySet()) {
            options.put(option.getKey().code(), option.getValue().toString());
        }
        return options;
    }
}
