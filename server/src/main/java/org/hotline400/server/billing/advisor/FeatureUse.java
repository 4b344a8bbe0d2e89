package org.hotline400.server.billing.advisor;

import java.util.Map;
import java.util.Set;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.Feature;
import org.hotline400.server.tariffs.contracts.Contract;

/// Which features a contract has, and which of them its number's call plan needs. Answered by whoever knows
/// plans.
@FunctionalInterface
public interface FeatureUse {
    /// Runs in the caller's transaction.
    Use of(Contract contract);

    /// @param needed by the live plan
    /// @param bought options that run, with their price a month
    /// @param unused that are paid for, by an option or with the rent, and that the plan does not use
    record Use(Set<Feature> needed, Map<Feature, Money> bought, Set<Feature> unused) {
        /// Where nobody knows.
        public static final Use UNKNOWN = new Use(Set.of(), Map.of(), Set.of());

        public Use {
            needed = Set.copyOf(needed);
            bought = Map.copyOf(bought);
            unused = Set.copyOf(unused);
        }

        /// What the options cost a month.
        Money options() {
            return bought.values().stream().reduce(Money.ZERO, Money::plus);
        }
    }
}
