package org.hotline400.app.measure.charging;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The peer: one posting a transaction by plain SQL, no holds, no keys, no floors: the least that a ledger
/// writes.
final class PlainPostings {
    private static final List<String> TABLES = List.of(
            "create schema plain",
            "create table plain.balances (account int primary key, balance bigint not null) with (fillfactor = 50)",
            "create table plain.transfers (id uuid primary key, account int not null, amount bigint not null,"
                    + " posted timestamptz not null default now())",
            "insert into plain.balances select i, 1000000000000 from generate_series(0, 9999) as i");

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    /// @param jdbc as the owner of a database of one's own
    PlainPostings(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        TABLES.forEach(sql -> jdbc.sql(sql).update());
    }

    int post(int account) {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("insert into plain.transfers (id, account, amount) values (:id, :account, 180000)")
                    .param("id", UUID.randomUUID())
                    .param("account", account)
                    .update();
            jdbc.sql("update plain.balances set balance = balance - 180000 where account = :account")
                    .param("account", account)
                    .update();
        });
        return 1;
    }
}
