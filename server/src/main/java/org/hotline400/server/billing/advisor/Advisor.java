package org.hotline400.server.billing.advisor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.Feature;
import org.hotline400.server.tariffs.Tariff;

/// Replays calls through packages: a pure function of calls and prices, which goes through the calls once.
///
/// @param today what is agreed now; empty for visitors
/// @param use features that are had and needed
record Advisor(Basis basis, List<Offer> offers, Optional<Offer> today, FeatureUse.Use use) {
    Advisor {
        offers = List.copyOf(offers);
        if (offers.isEmpty()) {
            throw new IllegalArgumentException("nothing is on sale");
        }
    }

    Advice advise(Legs legs) {
        var replays = Stream.concat(offers.stream(), today.stream())
                .map(Offer::tariff)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), tariff -> new Volumes(tariff, basis)));
        var all = List.copyOf(replays.values());
        legs.each(leg -> all.forEach(one -> one.take(leg)));
        var candidates = offers.stream()
                .map(offer -> candidate(offer, Objects.requireNonNull(replays.get(offer.tariff()))))
                .sorted(Candidate.BEST_FIRST)
                .toList();
        var now = today.map(offer ->
                candidate(offer, Objects.requireNonNull(replays.get(offer.tariff())), use.options(), Set.of()));
        return new Advice(
                basis.from(),
                basis.until(),
                basis.isExtrapolated(),
                now,
                candidates,
                unusedOptions(),
                unusedFeatures());
    }

    private Map<Feature, Money> unusedOptions() {
        return use.bought().entrySet().stream()
                .filter(option -> use.unused().contains(option.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Set<Feature> unusedFeatures() {
        return use.unused().stream()
                .filter(feature -> !use.bought().containsKey(feature))
                .collect(Collectors.toSet());
    }

    private Candidate candidate(Offer offer, Volumes volumes) {
        var options = offer.tariff().entitlements().options();
        var wanted = wanted();
        wanted.removeAll(offer.tariff().entitlements().included());
        var cost = wanted.stream()
                .map(one -> options.getOrDefault(one, Money.ZERO))
                .reduce(Money.ZERO, Money::plus);
        var missing = wanted.stream().filter(one -> !options.containsKey(one)).collect(Collectors.toSet());
        return candidate(offer, volumes, cost, missing);
    }

    /// What the plan needs, and options that were bought and are used.
    private List<Feature> wanted() {
        var bought = use.bought().keySet().stream().filter(one -> !use.unused().contains(one));
        return Stream.concat(use.needed().stream(), bought).distinct().collect(Collectors.toCollection(ArrayList::new));
    }

    private static Candidate candidate(Offer offer, Volumes volumes, Money options, Set<Feature> missing) {
        return new Candidate(
                offer,
                costs(volumes.usual, offer, options),
                Candidate.sum(costs(volumes.less, offer, options)),
                Candidate.sum(costs(volumes.more, offer, options)),
                missing);
    }

    private static List<MonthCost> costs(Replay replay, Offer offer, Money options) {
        return replay.months().stream()
                .map(use -> MonthCost.of(use, offer, options))
                .toList();
    }

    /// The same calls as they were, fewer and more. Terms change the rent only.
    private static final class Volumes {
        private final Replay usual;
        private final Replay less;
        private final Replay more;

        Volumes(Tariff tariff, Basis basis) {
            usual = new Replay(tariff, basis, Volume.AS_IT_WAS);
            less = new Replay(tariff, basis, Volume.LESS);
            more = new Replay(tariff, basis, Volume.MORE);
        }

        void take(Leg leg) {
            usual.take(leg);
            less.take(leg);
            more.take(leg);
        }
    }
}
