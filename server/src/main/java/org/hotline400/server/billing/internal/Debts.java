package org.hotline400.server.billing.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hotline400.server.billing.month.Dues;
import org.hotline400.server.charging.RatedCalls;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.Account;
import org.hotline400.server.ledger.AccountId;
import org.hotline400.server.ledger.Ledger;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.contracts.Contracts;
import org.springframework.stereotype.Component;

/// What customers owe who pay later: their account is below zero, by bills and by calls that are not billed yet. The
/// oldest things are paid first, so that what is owed is owed for the newest.
@Component
class Debts {
    /// Nobody waits longer for a bill of a month.
    private static final int MONTHS_BACK = 2;

    private final Ledger ledger;
    private final RatedCalls calls;
    private final Contracts contracts;
    private final BillRows bills;
    private final Clock clock;

    Debts(Ledger ledger, RatedCalls calls, Contracts contracts, BillRows bills, Clock clock) {
        this.ledger = ledger;
        this.calls = calls;
        this.contracts = contracts;
        this.bills = bills;
        this.clock = clock;
    }

    /// Of what a tenant owes, the part for bills: what is below zero, less calls that are newer than any bill, and
    /// what could not be taken below zero any more.
    Money ofBills(TenantId tenant, AccountId funds, List<BillState> open) {
        var balance = ledger.find(funds).map(Account::balance).orElse(0L);
        var below = new Money(Math.max(0, -balance)).minus(unbilled(tenant));
        var untaken = open.stream().map(BillState::dues).map(Dues::total).reduce(Money.ZERO, Money::plus);
        return (below.compareTo(Money.ZERO) < 0 ? Money.ZERO : below).plus(untaken);
    }

    private Money unbilled(TenantId tenant) {
        var thisMonth = LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE).withDayOfMonth(1);
        var sum = Money.ZERO;
        for (var contract : contracts.of(tenant)) {
            var billed = bills.billedMonths(contract.id());
            for (int back = 0; back <= MONTHS_BACK; back++) {
                var month = thisMonth.minusMonths(back);
                sum = billed.contains(month) ? sum : sum.plus(cost(contract, month));
            }
        }
        return sum;
    }

    private Money cost(Contract contract, LocalDate month) {
        return calls.totals(List.of(contract.id()), month).stream()
                .map(RatedCalls.Total::cost)
                .reduce(Money.ZERO, Money::plus);
    }

    /// Spreads a debt over bills: the newest ones are owed first, none more than it was.
    ///
    /// @param open what was unpaid of each so far, the oldest first
    static List<Money> spread(Money debt, List<Money> open) {
        var left = new ArrayList<Money>();
        var rest = debt;
        for (var amount : open.reversed()) {
            var owed = amount.compareTo(rest) < 0 ? amount : rest;
            left.addFirst(owed);
            rest = rest.minus(owed);
        }
        return left;
    }
}
