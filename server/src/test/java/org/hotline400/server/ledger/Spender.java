package org.hotline400.server.ledger;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hotline400.server.database.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// Holds and settles calls in batches and prints `done` after each commit: as a process of its own, that is going to be
/// killed.
final class Spender {
    static final int BATCHES = 300;
    static final int BATCH = 10;
    static final int PRICE = 7;

    private final Ledger ledger;
    private final Transactions transactions;
    private final List<AccountId> accounts;

    private Spender(SingleConnectionDataSource connection, List<AccountId> accounts) {
        var jdbc = JdbcClient.create(connection);
        this.ledger = new Ledger(jdbc, Clock.systemUTC());
        this.transactions = new Transactions(new JdbcTransactionManager(connection), jdbc);
        this.accounts = accounts;
    }

    /// Arguments: URL, role, password, ids of accounts.
    public static void main(String[] arguments) {
        var accounts = IntStream.range(3, arguments.length)
                .mapToObj(i -> new AccountId(UUID.fromString(arguments[i])))
                .toList();
        spend(new SingleConnectionDataSource(arguments[0], arguments[1], arguments[2], true), accounts);
    }

    /// The same calls each time.
    static void spend(SingleConnectionDataSource connection, List<AccountId> accounts) {
        try {
            var spender = new Spender(connection, accounts);
            for (int batch = 0; batch < BATCHES; batch++) {
                spender.spend(batch);
            }
        } finally {
            connection.destroy();
        }
    }

    private void spend(int batch) {
        var calls = IntStream.range(batch * BATCH, (batch + 1) * BATCH).boxed().toList();
        transactions.asOperator(() -> ledger.hold(calls.stream()
                .map(call -> Books.order(key(call), 1, account(call), PRICE, PRICE))
                .toList()));
        System.out.println("done");
        transactions.asOperator(() -> ledger.settle(calls.stream()
                .map(call -> new Settlement(key(call), List.of(Books.call(key(call) + "/1", account(call), PRICE))))
                .toList()));
        System.out.println("done");
    }

    static String key(int call) {
        return "call/" + call;
    }

    private AccountId account(int call) {
        return accounts.get(call % accounts.size());
    }
}
