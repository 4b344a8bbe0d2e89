package org.hotline400.server.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline400.server.charging.CustomerAccounts;
import org.hotline400.server.charging.FundsAdded;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.Account;
import org.hotline400.server.ledger.Ledger;
import org.hotline400.server.ledger.PlatformAccount;
import org.hotline400.server.ledger.Transfer;
import org.hotline400.server.ledger.TransferKind;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.tariffs.contracts.Contracts;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Customers with contracts, money and calls of the month before this one.
@TestComponent
public final class BilledCustomers {
    private static final AtomicInteger SUFFIX = new AtomicInteger(6_481_000);

    private final Tenants tenants;
    private final Contracts contracts;
    private final CustomerAccounts accounts;
    private final Ledger ledger;
    private final Bills bills;
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    BilledCustomers(
            Tenants tenants,
            Contracts contracts,
            CustomerAccounts accounts,
            Ledger ledger,
            Bills bills,
            Transactions transactions,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.tenants = tenants;
        this.contracts = contracts;
        this.accounts = accounts;
        this.ledger = ledger;
        this.bills = bills;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.events = events;
    }

    public TenantId customer() {
        return tenants.create("示例·账单客户").id();
    }

    /// The month before this one.
    public LocalDate month() {
        return bills.today().withDayOfMonth(1).minusMonths(1);
    }

    public static HotlineNumber number() {
        return HotlineNumber.ofSuffix(SUFFIX.getAndIncrement());
    }

    /// From month to month, for 200.00, since the first day of the month before this one.
    public ContractId contract(TenantId tenant) {
        return contract(tenant, number());
    }

    public ContractId contract(TenantId tenant, HotlineNumber number) {
        var id = ContractId.next();
        transactions.asOperator(
                () -> contracts.sign(new Contracts.Order(id, tenant, number, "standard", 1, 0, month(), month())));
        return id;
    }

    public Bill issue(ContractId contract) {
        var issued = bills.issue(List.of(contract), month());
        return find(issued.getFirst());
    }

    public Bill find(BillId id) {
        return transactions.asOperator(() -> bills.find(id)).orElseThrow();
    }

    /// Money comes.
    public void pay(TenantId tenant, String yuan) {
        pay(tenant, yuan, () -> {});
    }

    /// @param meanwhile what happens when it is posted and nobody has heard of it yet
    public void pay(TenantId tenant, String yuan, Runnable meanwhile) {
        var amount = Money.parse(yuan);
        transactions.asOperator(() -> {
            ledger.post(new Transfer(
                    "test/" + Ids.next(),
                    new Transfer.Party.Platform(PlatformAccount.BANK),
                    new Transfer.Party.Customer(accounts.funds(tenant)),
                    amount.microYuan(),
                    TransferKind.TOP_UP,
                    "test",
                    Instant.now()));
            meanwhile.run();
            events.publishEvent(new FundsAdded(tenant, amount, Instant.now()));
        });
    }

    /// A call of the month that was settled.
    public void call(TenantId tenant, ContractId contract, String cost) {
        var amount = Money.parse(cost);
        var call = CallId.next();
        transactions.asOperator(() -> {
            jdbc.sql("""
                            insert into charging.rated_legs (tenant, call, leg, contract, number, component, target,
                                   from_at, month, seconds, charged, covered, cost, unsecured)
                            values (:tenant, :call, 1, :contract, '4000000000', 'forward-mobile', '13800138000', :at,
                                   :month, 60, 60, 0, :cost, 0)
                            """)
                    .param("tenant", tenant.value())
                    .param("call", call.value())
                    .param("contract", contract.value())
                    .param("at", SqlTime.of(Instant.now()))
                    .param("month", month())
                    .param("cost", amount.microYuan())
                    .update();
            ledger.post(new Transfer(
                    "test/" + call,
                    new Transfer.Party.Customer(accounts.funds(tenant)),
                    new Transfer.Party.Platform(PlatformAccount.REVENUE),
                    amount.microYuan(),
                    TransferKind.CALL,
                    call.toString(),
                    Instant.now()));
        });
    }

    public Money balance(TenantId tenant) {
        return transactions.asOperator(() -> ledger.find(tenant, CustomerAccounts.FUNDS)
                .map(Account::balance)
                .map(Money::new)
                .orElse(Money.ZERO));
    }
}
