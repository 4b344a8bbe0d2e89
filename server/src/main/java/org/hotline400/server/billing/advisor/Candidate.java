package org.hotline400.server.billing.advisor;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.hotline400.server.billing.month.Fen;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.Feature;

/// A package and term, and what the months would have cost with it.
///
/// @param months one after the other
/// @param withLess the total, had there been every fifth call less
/// @param withMore the total, had there been every fifth call twice
/// @param missing features that the call plan needs and that the package cannot have
public record Candidate(Offer offer, List<MonthCost> months, Money withLess, Money withMore, Set<Feature> missing) {
    /// What can serve comes first, then what costs least; of the same cost, what binds shortest.
    static final Comparator<Candidate> BEST_FIRST = Comparator.<Candidate, Boolean>comparing(
                    one -> !one.missing().isEmpty())
            .thenComparing(Candidate::total)
            .thenComparingInt(one -> one.offer().termMonths())
            .thenComparing(one -> one.offer().tariff().code());

    public Candidate {
        months = List.copyOf(months);
        missing = Set.copyOf(missing);
    }

    public Money total() {
        return sum(months);
    }

    static Money sum(List<MonthCost> months) {
        return months.stream().map(MonthCost::total).reduce(Money.ZERO, Money::plus);
    }

    /// The mean month, to the fen.
    public Money perMonth() {
        return Fen.share(total(), 1, months.size());
    }

    /// The dearest month; of the same cost, the first.
    public MonthCost worst() {
        return months.stream()
                .reduce((one, other) -> other.total().compareTo(one.total()) > 0 ? other : one)
                .orElseThrow();
    }

    /// In how many months the bundled minutes sufficed.
    public long monthsWithin() {
        return months.stream().filter(MonthCost::isWithin).count();
    }
}
