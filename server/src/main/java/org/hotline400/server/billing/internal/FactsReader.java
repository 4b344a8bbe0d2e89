package org.hotline400.server.billing.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hotline400.server.billing.month.MonthFacts;
import org.hotline400.server.charging.RatedCalls;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.tariffs.entitlements.Features;
import org.springframework.stereotype.Component;

/// Gathers what bills of a month follow from: one grouped statement for the calls of many contracts. Every method runs
/// in the caller's transaction.
@Component
class FactsReader {
    private final RatedCalls calls;
    private final Features features;
    private final LateFeeRows lateFees;
    private final BillRows bills;

    FactsReader(RatedCalls calls, Features features, LateFeeRows lateFees, BillRows bills) {
        this.calls = calls;
        this.features = features;
        this.lateFees = lateFees;
        this.bills = bills;
    }

    /// In the order of the contracts.
    List<MonthFacts> of(Collection<Contract> contracts, LocalDate month) {
        var ids = contracts.stream().map(Contract::id).toList();
        Map<ContractId, List<RatedCalls.Total>> totals =
                calls.totals(ids, month).stream().collect(Collectors.groupingBy(RatedCalls.Total::contract));
        var late = lateFees.of(ids, month);
        var leaving = contracts.stream()
                .filter(contract -> exit(contract, month).microYuan() > 0)
                .map(Contract::id)
                .toList();
        var billed = leaving.isEmpty() ? Map.<ContractId, Money>of() : bills.exits(leaving);
        return contracts.stream()
                .map(contract -> new MonthFacts(
                        contract,
                        month,
                        totals.getOrDefault(contract.id(), List.of()),
                        features.bought(contract.id()),
                        unbilled(exit(contract, month), billed.getOrDefault(contract.id(), Money.ZERO)),
                        late.getOrDefault(contract.id(), Money.ZERO)))
                .toList();
    }

    /// Who left, was billed for it, took the number back and leaves again has paid for the days before.
    private static Money unbilled(Money exit, Money billed) {
        var more = exit.minus(billed);
        return more.microYuan() < 0 ? Money.ZERO : more;
    }

    /// With the bill of the last month for which it held.
    private static Money exit(Contract contract, LocalDate month) {
        return contract.ends()
                .map(end -> end.minusDays(1).withDayOfMonth(1))
                .filter(month::equals)
                .map(_ -> contract.exit())
                .orElse(Money.ZERO);
    }
}
