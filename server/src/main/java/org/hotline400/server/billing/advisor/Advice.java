package org.hotline400.server.billing.advisor;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.Feature;

/// What months of calls would have cost with every package and term on sale.
///
/// @param from the first day that was replayed
/// @param until the first day that was not
/// @param isExtrapolated whether there were fewer than three whole months of calls, so that a year is guessed
/// @param today what is agreed now; empty for visitors
/// @param candidates the best first: those that lack nothing that is needed before the others, then by cost
/// @param unusedOptions that were bought and the call plan does not use, with their price a month
/// @param unusedFeatures that the package has and the call plan does not use
public record Advice(
        LocalDate from,
        LocalDate until,
        boolean isExtrapolated,
        Optional<Candidate> today,
        List<Candidate> candidates,
        Map<Feature, Money> unusedOptions,
        Set<Feature> unusedFeatures) {
    public Advice {
        candidates = List.copyOf(candidates);
        unusedOptions = Map.copyOf(unusedOptions);
        unusedFeatures = Set.copyOf(unusedFeatures);
    }

    public Optional<Candidate> best() {
        return candidates.stream().findFirst();
    }

    /// The best one that binds no longer than what is agreed now.
    public Optional<Candidate> bestWithoutBindingLonger() {
        return today.flatMap(now -> candidates.stream()
                .filter(one -> one.offer().termMonths() <= now.offer().termMonths())
                .findFirst());
    }
}
