package org.hotline400.server.charging;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import org.hotline400.server.charging.internal.CustomerRows;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.AccountId;
import org.hotline400.server.ledger.Ledger;
import org.hotline400.server.ledger.Unit;
import org.springframework.stereotype.Service;

/// The customers' accounts and their terms. Every method runs in the caller's transaction.
@Service
public class CustomerAccounts {
    /// The purpose of the ledger's account of a customer's money.
    public static final String FUNDS = "funds";

    private final Ledger ledger;
    private final CustomerRows rows;
    private final Clock clock;

    public CustomerAccounts(Ledger ledger, CustomerRows rows, Clock clock) {
        this.ledger = ledger;
        this.rows = rows;
        this.clock = clock;
    }

    /// The account of a customer's money; opened, prepaid, when it is not there.
    public AccountId funds(TenantId tenant) {
        return rows.find(tenant).map(CustomerRows.Row::funds).orElseGet(() -> open(tenant));
    }

    /// Sees to it that these have an account of their money.
    public void open(Collection<TenantId> tenants) {
        var having = rows.having(tenants);
        tenants.stream().filter(tenant -> !having.contains(tenant)).forEach(this::open);
    }

    private AccountId open(TenantId tenant) {
        var funds = ledger.open(
                tenant,
                FUNDS,
                Unit.MICRO_YUAN,
                AccountTerms.prepaid(tenant).floor().microYuan());
        rows.add(funds, AccountTerms.prepaid(tenant), clock.instant());
        return funds;
    }

    /// Prepaid where nothing else was agreed.
    public AccountTerms terms(TenantId tenant) {
        return rows.find(tenant).map(CustomerRows.Row::terms).orElseGet(() -> AccountTerms.prepaid(tenant));
    }

    /// What the operator agrees with a customer. The enterprise's own caps stay as they are.
    ///
    /// @param by who does
    public void agree(AccountTerms agreed, String by) {
        var funds = funds(agreed.tenant());
        // The ledger's row before ours, as where money comes and suspended numbers are let go on.
        ledger.floor(funds, agreed.floor().microYuan());
        rows.agree(agreed, by, clock.instant());
    }

    /// What an enterprise bounds itself to; empty: nothing beside what the operator does.
    ///
    /// @param by who does
    public void bound(TenantId tenant, Optional<Money> costCap, Optional<Integer> callCap, String by) {
        funds(tenant);
        rows.bound(tenant, costCap, callCap, by, clock.instant());
    }
}
