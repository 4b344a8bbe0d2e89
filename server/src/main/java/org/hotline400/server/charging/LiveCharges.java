package org.hotline400.server.charging;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.hotline400.server.charging.internal.CustomerRows;
import org.hotline400.server.charging.internal.CallsUnderWay;
import org.hotline400.server.charging.internal.GrantRows;
import org.hotline400.server.charging.internal.MonthSumRows;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.Account;
import org.hotline400.server.ledger.Ledger;
import org.springframework.stereotype.Service;

/// How a customer stands at this moment, calls that are going on included.
@Service
public class LiveCharges {
    private final Ledger ledger;
    private final CustomerRows accounts;
    private final GrantRows grants;
    private final MonthSumRows months;
    private final CallsUnderWay calls;
    private final Clock clock;

    public LiveCharges(
            Ledger ledger, CustomerRows accounts, GrantRows grants, MonthSumRows months, CallsUnderWay calls, Clock clock) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.grants = grants;
        this.months = months;
        this.calls = calls;
        this.clock = clock;
    }

    /// How a customer stands.
    ///
    /// @param balance what is on the account
    /// @param reserved of it, by calls that are going on or were not settled yet
    /// @param minutes bundled seconds of this month that are left, reserved ones taken off
    /// @param monthCost of this month's settled calls
    /// @param calls that are going on on this node and are charged
    public record Standing(TenantId tenant, Money balance, Money reserved, long minutes, Money monthCost, int calls) {}

    /// A call that is going on on this node.
    ///
    /// @param cost what it has come to so far, to the micro-yuan
    /// @param reserved money that it holds
    public record Running(CallId call, Money cost, Money reserved) {}

    /// Runs in the caller's transaction.
    public Standing of(TenantId tenant) {
        var now = clock.instant();
        var funds = accounts.find(tenant).flatMap(row -> ledger.find(row.funds()));
        long minutes = grants.usable(tenant, now).stream()
                .flatMap(row -> ledger.find(row.account()).stream())
                .mapToLong(account -> Math.max(0, account.available()))
                .sum();
        var month = YearMonth.from(now.atZone(BusinessTime.ZONE));
        return new Standing(
                tenant,
                new Money(funds.map(Account::balance).orElse(0L)),
                new Money(funds.map(Account::reserved).orElse(0L)),
                minutes,
                months.find(tenant, month).cost(),
                calls.count(tenant));
    }

    /// Those of a customer that are charged, from memory.
    public List<Running> running(TenantId tenant) {
        var now = clock.instant();
        return calls.running(tenant, now);
    }
}
