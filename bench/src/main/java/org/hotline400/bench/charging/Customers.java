package org.hotline400.bench.charging;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Customers with a contract each and money on their accounts, made by SQL in one transaction: row for row
/// what signing and topping up would have written, in seconds.
final class Customers {
    /// Contracts begin then, whole years ago for every month that is billed.
    private static final LocalDate STARTS = LocalDate.of(2026, 1, 1);

    /// The business package for two years at 25 % less; its first months are not paid in advance.
    private static final String RENT = "600000000";

    private static final List<String> ROWS = List.of("""
            insert into tariffs.contracts (tenant, id, starts, paid_until, number, revision, created_at)
            select tenant, contract, date '%1$s', date '%1$s', number, 1, now() from fresh""", """
            insert into tariffs.contract_spans
                   (tenant, contract, revision, starts, number, tariff, version, term_months, rent, bound_since,
                    bound_until, exit_amount, reason, author, at)
            select tenant, contract, 1, date '%1$s', number, 'business', 1, 24, %2$s, date '%1$s',
                   date '%1$s' + interval '24 months', 0, 'bench', 'bench', now() from fresh""", """
            insert into ledger.accounts (tenant, id, purpose, unit, opened_at)
            select tenant, min(funds::text)::uuid, 'funds', 'micro-yuan', now() from fresh group by tenant""", """
            insert into ledger.balances (account, tenant, unit, balance, reserved, floor, bound)
            select min(funds::text)::uuid, tenant, 'micro-yuan', 1000000000000, 0, 0, 0 from fresh group by tenant""", """
            insert into ledger.transfers (tenant, key, debit, credit, amount, kind, reference, effective, posted_at)
            select tenant, 'bench/' || tenant, (select id from ledger.platform_accounts where code = 'bank'),
                   min(funds::text)::uuid, 1000000000000, 'top-up', 'bench', now(), now() from fresh group by tenant""");

    private Customers() {}

    /// One customer for each number, without numbers in service.
    ///
    /// @return the contracts' ids with their tenants
    static List<Customer> add(Connection connection, int count) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create temporary table fresh on commit drop as
                    select gen_random_uuid() as tenant, gen_random_uuid() as contract, gen_random_uuid() as funds,
                           '400' || (1000000 + i) as number
                      from generate_series(0, %d) as i""".formatted(count - 1));
            statement.execute("""
                    insert into identity.tenants (tenant, name, created_at)
                    select tenant, 'Customer with ' || number, now() from fresh""");
            sign(connection);
            var customers = read(connection);
            connection.commit();
            return customers;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /// Signs contracts for the numbers in the temporary table `fresh` (tenant, contract, funds, number), and
    /// gives each tenant money.
    static void sign(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : ROWS) {
                statement.execute(sql.formatted(STARTS, RENT));
            }
        }
    }

    private static List<Customer> read(Connection connection) throws SQLException {
        var customers = new ArrayList<Customer>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select tenant, contract, number from fresh order by number")) {
            while (rows.next()) {
                customers.add(new Customer(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return customers;
    }

    record Customer(String tenant, String contract, String number) {}
}
