package org.hotline400.server.billing.advisor;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hotline400.server.charging.RatedCalls;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.Component;
import org.hotline400.server.tariffs.contracts.ContractId;

/// The sums of one month while it is counted.
final class MonthTally {
    private final Map<Component, Sum> sums = new EnumMap<>(Component.class);
    private final Map<Component, Long> seen = new EnumMap<>(Component.class);
    private long beyond;

    /// What legs of a component came to in this month.
    record Sum(long legs, long charged, long covered, Money cost) {
        Sum plus(Sum more) {
            return new Sum(legs + more.legs, charged + more.charged, covered + more.covered, cost.plus(more.cost));
        }

        Sum times(long times) {
            return new Sum(legs * times, charged * times, covered * times, cost.times(times));
        }
    }

    /// How often a leg is counted. Each component has places of its own, so that leaving out every fifth call
    /// leaves the mixture as it was.
    long copies(Leg leg, Volume volume) {
        long before = seen.getOrDefault(leg.component(), 0L);
        seen.put(leg.component(), before + leg.copies());
        return volume.of(before, leg.copies());
    }

    void add(Component component, Sum more, boolean isBundled) {
        sums.merge(component, more, Sum::plus);
        beyond += isBundled ? more.charged - more.covered : 0;
    }

    MonthUse use(YearMonth month, long unused) {
        var calls = sums.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, sum -> sum.getValue().cost()));
        return new MonthUse(
                month,
                calls,
                sums.values().stream().mapToLong(Sum::charged).sum(),
                sums.values().stream().mapToLong(Sum::covered).sum(),
                beyond,
                unused);
    }

    /// As bills are reckoned from.
    List<RatedCalls.Total> totals(ContractId contract) {
        return sums.entrySet().stream()
                .map(entry -> total(contract, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static RatedCalls.Total total(ContractId contract, Component component, Sum sum) {
        return new RatedCalls.Total(contract, component, sum.legs, sum.charged, sum.covered, sum.cost);
    }
}
