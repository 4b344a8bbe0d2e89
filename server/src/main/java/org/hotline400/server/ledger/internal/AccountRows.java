package org.hotline400.server.ledger.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.Account;
import org.hotline400.server.ledger.AccountId;
import org.hotline400.server.ledger.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Customers' accounts with their balances. Every method runs in the caller's transaction.
public final class AccountRows {
    private static final String SELECT = "select a.tenant, a.id, a.purpose, a.unit, b.balance, b.reserved, b.floor"
            + " from ledger.accounts a join ledger.balances b on b.account = a.id";

    private final JdbcClient jdbc;

    public AccountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Account> find(AccountId id) {
        return jdbc.sql(SELECT + " where a.id = :id")
                .param("id", id.value())
                .query(AccountRows::account)
                .optional();
    }

    public Optional<Account> find(TenantId tenant, String purpose) {
        return jdbc.sql(SELECT + " where a.tenant = :tenant and a.purpose = :purpose")
                .param("tenant", tenant.value())
                .param("purpose", purpose)
                .query(AccountRows::account)
                .optional();
    }

    public List<Account> list(TenantId tenant, String purposePrefix) {
        return jdbc.sql(SELECT + " where a.tenant = :tenant and starts_with(a.purpose, :prefix) order by a.purpose")
                .param("tenant", tenant.value())
                .param("prefix", purposePrefix)
                .query(AccountRows::account)
                .list();
    }

    /// Leaves those as they are that are there; of two who open one at once, the second waits for the first.
    ///
    /// @param all with nothing on them yet
    public void add(List<Account> all, Instant at) {
        jdbc.sql("""
                        with wanted as (
                            select * from unnest(:tenants, :ids, :purposes, :units, :floors)
                                       as n (tenant, id, purpose, unit, floor)),
                        opened as (
                            insert into ledger.accounts (tenant, id, purpose, unit, opened_at)
                            select tenant, id, purpose, unit, :at from wanted order by tenant, purpose
                            on conflict (tenant, purpose) do nothing returning tenant, id, unit)
                        insert into ledger.balances (account, tenant, unit, balance, reserved, floor, bound)
                        select o.id, o.tenant, o.unit, 0, 0, w.floor, least(w.floor, 0)
                          from opened o join wanted w on w.id = o.id
                        """)
                .param("tenants", Columns.uuids(all, account -> account.tenant().value()))
                .param("ids", Columns.uuids(all, account -> account.id().value()))
                .param("purposes", Columns.texts(all, Account::purpose))
                .param("units", Columns.texts(all, account -> account.unit().code()))
                .param("floors", Columns.longs(all, Account::floor))
                .param("at", SqlTime.of(at))
                .update();
    }

    /// Of the accounts with these tenants and purposes, in their order.
    public List<AccountId> ids(List<Account> alike) {
        return jdbc
                .sql("""
                        select a.id from unnest(:tenants, :purposes) with ordinality as w (tenant, purpose, place)
                          join ledger.accounts a on a.tenant = w.tenant and a.purpose = w.purpose
                         order by w.place
                        """)
                .param(
                        "tenants",
                        Columns.uuids(alike, account -> account.tenant().value()))
                .param("purposes", Columns.texts(alike, Account::purpose))
                .query(UUID.class)
                .list()
                .stream()
                .map(AccountId::new)
                .toList();
    }

    /// What is below the new floor already stays: then the bound is what is there.
    ///
    /// @return whether there is such an account
    public boolean floor(AccountId account, long floor) {
        return jdbc.sql("update ledger.balances set floor = :floor, bound = least(:floor, balance - reserved)"
                                + " where account = :account")
                        .param("floor", floor)
                        .param("account", account.value())
                        .update()
                == 1;
    }

    private static Account account(ResultSet row, int index) throws SQLException {
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                new TenantId(row.getObject("tenant", UUID.class)),
                row.getString("purpose"),
                Unit.of(row.getString("unit")),
                row.getLong("balance"),
                row.getLong("reserved"),
                row.getLong("floor"));
    }
}
