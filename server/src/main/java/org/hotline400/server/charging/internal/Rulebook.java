package org.hotline400.server.charging.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hotline400.server.charging.CustomerAccounts;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.CallCharges;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.tariffs.contracts.Contracts;
import org.springframework.stereotype.Component;

/// What calls cost and who pays for them, in memory: at most a second behind the database, and there while it is
/// away.
@Component
public final class Rulebook {
    /// Calls that are settled this late find their contract without asking the database.
    private static final Period BACK = Period.ofDays(40);

    private static final Period AHEAD = Period.ofYears(5);
    /// A call that begins now uses bundles of up to so much later.
    private static final Duration CALL = Duration.ofDays(1);

    private static final int AT_ONCE = 1_000;

    private final Contracts contracts;
    private final CustomerRows accounts;
    private final GrantRows grants;
    private final CustomerAccounts opening;
    private final Transactions transactions;
    private final Clock clock;
    private volatile Snapshot snapshot = new Snapshot(Map.of(), Map.of(), Map.of());

    public Rulebook(
            Contracts contracts,
            CustomerRows accounts,
            GrantRows grants,
            CustomerAccounts opening,
            Transactions transactions,
            ConfigurationChanges changes,
            Clock clock) {
        this.contracts = contracts;
        this.accounts = accounts;
        this.grants = grants;
        this.opening = opening;
        this.transactions = transactions;
        this.clock = clock;
        changes.subscribe("contracts", this::refresh);
        changes.subscribe("tariffs", this::refresh);
        changes.subscribe("charging", this::refresh);
    }

    /// A span of a contract, for its number.
    private record Priced(Contract.Span span, PricedContract contract) {}

    /// @param bundles of each contract, what expires first in front; of no size
    private record Snapshot(
            Map<HotlineNumber, List<Priced>> numbers,
            Map<TenantId, Payer> payers,
            Map<ContractId, List<Bundle>> bundles) {}

    /// What the calls of a number cost that begin on a day; empty when it has no contract then.
    Optional<PricedContract> find(HotlineNumber number, LocalDate day) {
        return snapshot.numbers().getOrDefault(number, List.of()).stream()
                .filter(one -> one.span().holdsOn(day))
                .map(Priced::contract)
                .findFirst();
    }

    /// A number, whose it was, and the day on which it was called.
    record Called(HotlineNumber number, TenantId tenant, LocalDate day) {}

    /// The same for many, asking the database, once, where memory knows none: it may be a second behind. Runs in the
    /// caller's transaction.
    Map<Called, PricedContract> findNow(Set<Called> all) {
        var found = new HashMap<Called, PricedContract>();
        var unknown = new ArrayList<Called>();
        for (var called : all) {
            find(called.number(), called.day())
                    .filter(contract -> contract.tenant().equals(called.tenant()))
                    .ifPresentOrElse(contract -> found.put(called, contract), () -> unknown.add(called));
        }
        if (!unknown.isEmpty()) {
            var read = contracts.of(unknown.stream().map(Called::number).collect(Collectors.toSet()));
            unknown.forEach(called -> priced(called, read).ifPresent(contract -> found.put(called, contract)));
        }
        return found;
    }

    private static Optional<PricedContract> priced(Called called, List<Contract> read) {
        var his = read.stream()
                .filter(contract -> contract.tenant().equals(called.tenant()))
                .toList();
        return his.stream()
                .flatMap(contract -> contract
                        .on(called.day())
                        .filter(span -> span.number().equals(called.number()))
                        .map(span -> priced(contract, span))
                        .stream())
                .findFirst()
                .or(() -> cut(called, his, read));
    }

    /// What held until the number went to another owner, or gave way to a successor, in the course of that day.
    private static Optional<PricedContract> cut(Called called, List<Contract> his, List<Contract> read) {
        boolean wentToAnother = read.stream()
                .anyMatch(contract -> contract.starts().equals(called.day())
                        && contract.spans().getFirst().number().equals(called.number())
                        && !contract.tenant().equals(called.tenant()));
        return his.stream()
                .filter(contract -> wentToAnother || contract.on(called.day()).isPresent())
                .flatMap(contract -> contract.spans().stream()
                        .filter(span -> span.number().equals(called.number())
                                && span.until().filter(called.day()::equals).isPresent())
                        .map(span -> priced(contract, span)))
                .findFirst();
    }

    /// The contracts of a customer's numbers that hold on a day.
    Map<HotlineNumber, PricedContract> of(TenantId tenant, LocalDate day) {
        var found = new HashMap<HotlineNumber, PricedContract>();
        snapshot.numbers()
                .forEach((number, spans) -> spans.stream()
                        .filter(one -> one.contract().tenant().equals(tenant)
                                && one.span().holdsOn(day))
                        .findFirst()
                        .ifPresent(one -> found.put(number, one.contract())));
        return found;
    }

    /// Who pays; empty when memory does not know it yet.
    Optional<Payer> payer(TenantId tenant) {
        return Optional.ofNullable(snapshot.payers().get(tenant));
    }

    /// The same, opening the account where there is none. Runs in the caller's transaction.
    Payer payerNow(TenantId tenant) {
        return payer(tenant).orElseGet(() -> new Payer(opening.funds(tenant), opening.terms(tenant)));
    }

    /// The bundles that a call of a contract may use at a time or soon after.
    List<Bundle> bundles(ContractId contract, Instant at) {
        return snapshot.bundles().getOrDefault(contract, List.of()).stream()
                .filter(bundle -> bundle.until().isAfter(at) && bundle.from().isBefore(at.plus(CALL)))
                .toList();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, BusinessTime.ZONE);
    }

    /// Reads it anew; one after the other, so that no older reading replaces a newer one.
    public synchronized void refresh() {
        snapshot = transactions.asOperator(this::read);
    }

    private Snapshot read() {
        var now = clock.instant();
        var payers = accounts.all().stream()
                .map(row -> new Payer(row.funds(), row.terms()))
                .collect(Collectors.toMap(Payer::tenant, Function.identity()));
        var bundles = grants.usableAfter(now.minus(BACK)).stream()
                .collect(Collectors.groupingBy(
                        GrantRows.Row::contract,
                        Collectors.collectingAndThen(
                                Collectors.mapping(GrantRows.Row::bundle, Collectors.toList()), Bundle::inOrder)));
        return new Snapshot(numbers(all(day(now))), payers, bundles);
    }

    private List<Contract> all(LocalDate today) {
        var all = new ArrayList<Contract>();
        var after = Optional.<ContractId>empty();
        List<Contract> page;
        do {
            page = contracts.holding(today.minus(BACK), today.plus(AHEAD), after, AT_ONCE);
            all.addAll(page);
            after = page.isEmpty() ? after : Optional.of(page.getLast().id());
        } while (page.size() == AT_ONCE);
        return all;
    }

    private static Map<HotlineNumber, List<Priced>> numbers(Collection<Contract> all) {
        var rulers = new HashMap<CallCharges, PricedContract>();
        var numbers = new HashMap<HotlineNumber, List<Priced>>();
        for (var contract : all) {
            for (var span : contract.spans()) {
                // Editions are shared by many: their prices are made ready once.
                var pattern = rulers.computeIfAbsent(span.tariff().calls(), _ -> priced(contract, span));
                numbers.computeIfAbsent(span.number(), _ -> new ArrayList<>())
                        .add(new Priced(span, pattern.of(contract.id(), contract.tenant())));
            }
        }
        return numbers;
    }

    private static PricedContract priced(Contract contract, Contract.Span span) {
        return PricedContract.of(contract.id(), contract.tenant(), span.tariff().calls());
    }
}
