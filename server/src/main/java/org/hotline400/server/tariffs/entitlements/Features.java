package org.hotline400.server.tariffs.entitlements;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.tariffs.Feature;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.tariffs.contracts.Contracts;
import org.springframework.stereotype.Service;

/// Which features a number may use, and what was bought. What is asked on the way of a call is answered from memory, at
/// most a second behind the database: it knows the days to come as well, so midnight needs no news.
@Service
public class Features {
    private static final Set<Feature> ALL = Collections.unmodifiableSet(EnumSet.allOf(Feature.class));
    private static final int AT_ONCE = 1_000;
    /// Longer than any contract looks ahead.
    private static final int YEARS_AHEAD = 100;

    private final Transactions transactions;
    private final Contracts contracts;
    private final OptionRows rows;
    private final Clock clock;
    private volatile Snapshot snapshot = new Snapshot(Map.of(), Map.of());

    Features(
            Transactions transactions,
            Contracts contracts,
            OptionRows rows,
            ConfigurationChanges changes,
            Clock clock) {
        this.transactions = transactions;
        this.contracts = contracts;
        this.rows = rows;
        this.clock = clock;
        changes.subscribe("contracts", this::refresh);
        changes.subscribe("options", this::refresh);
    }

    private record Snapshot(Map<HotlineNumber, List<Grant>> grants, Map<ContractId, List<BoughtOption>> options) {}

    /// Those a number may use now; all when it has no contract. From memory.
    public Set<Feature> of(HotlineNumber number) {
        var grants = snapshot.grants().get(number);
        return grants == null ? ALL : grant(grants).map(Grant::features).orElse(ALL);
    }

    /// What a number's contract gives it today; empty when it has none. From memory.
    public Optional<FeatureStanding> standing(HotlineNumber number) {
        var now = snapshot;
        return grant(now.grants().getOrDefault(number, List.of()))
                .map(grant -> new FeatureStanding(
                        grant.contract(),
                        grant.tariff(),
                        grant.features(),
                        now.options().getOrDefault(grant.contract(), List.of()).stream()
                                .filter(option -> option.holdsOn(today()))
                                .toList()));
    }

    private Optional<Grant> grant(List<Grant> grants) {
        if (grants.isEmpty()) {
            return Optional.empty();
        }
        var today = today();
        return grants.stream().filter(grant -> grant.holdsOn(today)).findFirst();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
    }

    /// All options that a contract has or had, the oldest first. Runs in the caller's transaction.
    public List<BoughtOption> bought(ContractId contract) {
        return rows.of(contract);
    }

    /// Reads anew what changed; for whoever has changed something and shall see it at once. Not inside a transaction.
    public synchronized void refresh() {
        snapshot = transactions.asOperator(() -> {
            var today = today();
            var options = rows.holding(today).stream().collect(Collectors.groupingBy(BoughtOption::contract));
            var grants = new HashMap<HotlineNumber, List<Grant>>();
            contracts(today).stream()
                    .flatMap(one -> Grant.of(one, options.getOrDefault(one.id(), List.of())).stream())
                    .forEach(grant -> grants.computeIfAbsent(grant.number(), _ -> new ArrayList<>())
                            .add(grant));
            return new Snapshot(Map.copyOf(grants), Map.copyOf(options));
        });
    }

    private List<Contract> contracts(LocalDate today) {
        var all = new ArrayList<Contract>();
        List<Contract> some;
        do {
            var after = all.isEmpty()
                    ? Optional.<ContractId>empty()
                    : Optional.of(all.getLast().id());
            some = contracts.holding(today, today.plusYears(YEARS_AHEAD), after, AT_ONCE);
            all.addAll(some);
        } while (some.size() == AT_ONCE);
        return all;
    }
}
