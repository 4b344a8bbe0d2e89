package org.hotline400.server.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Books in a database of their own, with customers.
final class Books implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-27T04:00:00Z");

    private final TestDatabase database = TestDatabase.create();
    private final Transactions transactions = database.transactions();
    private final Ledger ledger = new Ledger(database.jdbc(), Clock.systemUTC());

    TestDatabase database() {
        return database;
    }

    Ledger ledger() {
        return ledger;
    }

    /// In a transaction of the operator.
    <T> T in(Supplier<T> work) {
        return transactions.asOperator(work);
    }

    Transactions transactions() {
        return transactions;
    }

    TenantId customer() {
        var tenant = new TenantId(UUID.randomUUID());
        transactions.asOperator(() -> {
            database.jdbc()
                    .sql("insert into identity.tenants (tenant, name, created_at) values (?, ?, now())")
                    .params(tenant.value(), "Books " + tenant)
                    .update();
        });
        return tenant;
    }

    /// The funds of a new customer.
    AccountId funds(long balance) {
        return funds(balance, 0);
    }

    AccountId funds(long balance, long floor) {
        var tenant = customer();
        return in(() -> {
            var account = ledger.open(tenant, "funds", Unit.MICRO_YUAN, floor);
            if (balance > 0) {
                ledger.post(topUp("opening/" + account, account, balance));
            }
            return account;
        });
    }

    Account show(AccountId account) {
        return in(() -> ledger.find(account).orElseThrow());
    }

    List<Held> hold(HoldOrder... orders) {
        return in(() -> ledger.hold(Arrays.asList(orders)));
    }

    List<Posting> post(Transfer... transfers) {
        return in(() -> ledger.post(Arrays.asList(transfers)));
    }

    /// What one settlement's transfers came to.
    List<Long> settle(String key, Transfer... transfers) {
        return in(() -> ledger.settle(List.of(new Settlement(key, Arrays.asList(transfers)))))
                .getFirst()
                .posted();
    }

    /// As the owner of the tables.
    void asOwner(String sql) {
        var access = database.access();
        var connection = new SingleConnectionDataSource(
                access.url(), access.owner().role(), access.owner().password(), true);
        try {
            var jdbc = JdbcClient.create(connection);
            jdbc.sql("set hotline.tenant = '*'").update();
            jdbc.sql(sql).update();
        } finally {
            connection.destroy();
        }
    }

    /// What is wrong with them.
    List<CheckResult> faults() {
        try (var inspection = LedgerInspection.of(database.access())) {
            return inspection.verify(Clock.systemUTC(), List.of()).stream()
                    .filter(result -> !result.isRight())
                    .toList();
        }
    }

    static HoldOrder order(String key, int sequence, AccountId account, long least, long most) {
        return new HoldOrder(key, sequence, account, least, most, NOW.plus(Duration.ofMinutes(5)));
    }

    static Transfer topUp(String key, AccountId account, long amount) {
        return new Transfer(
                key,
                new Transfer.Party.Platform(PlatformAccount.BANK),
                new Transfer.Party.Customer(account),
                amount,
                TransferKind.TOP_UP,
                "payment",
                NOW);
    }

    static Transfer call(String key, AccountId account, long amount) {
        return new Transfer(
                key,
                new Transfer.Party.Customer(account),
                new Transfer.Party.Platform(PlatformAccount.REVENUE),
                amount,
                TransferKind.CALL,
                "call",
                NOW);
    }

    @Override
    public void close() {
        database.close();
    }
}
