package org.hotline400.server.ledger.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.AccountId;
import org.hotline400.server.ledger.Entry;
import org.hotline400.server.ledger.Hold;
import org.hotline400.server.ledger.Transfer;
import org.hotline400.server.ledger.TransferKind;
import org.hotline400.server.ledger.TrialBalance;
import org.hotline400.server.ledger.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was posted and what is held, to read. Every method runs in the caller's transaction.
public final class TransferRows {
    private static final String COLUMNS =
            "id, key, debit, credit, amount, kind, reference, effective, posted_at, reverses";

    private final JdbcClient jdbc;

    public TransferRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Transfer> find(String key) {
        return jdbc.sql("select " + COLUMNS + " from ledger.transfers where key = ?")
                .param(key)
                .query((row, index) -> transfer(row))
                .optional();
    }

    /// The key of the transfer that took this one back.
    public Optional<String> reversalOf(String key) {
        return jdbc.sql("select key from ledger.transfers where reverses = ?")
                .param(key)
                .query(String.class)
                .optional();
    }

    /// The newest first. Each side by its own index, and only so many of it.
    public List<Entry> entries(AccountId account, Instant from, Instant to, Optional<Long> before, int limit) {
        var where = " = :account and effective >= :from and effective < :to"
                + " and (cast(:before as bigint) is null or id < :before) order by id desc limit :limit)";
        return jdbc.sql("(select amount as change, " + COLUMNS + " from ledger.transfers where credit" + where
                        + " union all (select -amount, " + COLUMNS + " from ledger.transfers where debit" + where
                        + " order by id desc limit :limit")
                .param("account", account.value())
                .param("from", SqlTime.of(from))
                .param("to", SqlTime.of(to))
                .param("before", before.orElse(null))
                .param("limit", limit)
                .query(TransferRows::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(
                row.getLong("id"),
                transfer(row),
                row.getLong("change"),
                SqlTime.read(row, "posted_at"),
                Optional.ofNullable(row.getString("reverses")));
    }

    private static Transfer transfer(ResultSet row) throws SQLException {
        return new Transfer(
                row.getString("key"),
                Transfer.Party.of(new AccountId(row.getObject("debit", UUID.class))),
                Transfer.Party.of(new AccountId(row.getObject("credit", UUID.class))),
                row.getLong("amount"),
                TransferKind.of(row.getString("kind")),
                row.getString("reference"),
                SqlTime.read(row, "effective"));
    }

    public long balance(AccountId account, Instant before) {
        return jdbc.sql("""
                        select (coalesce((select sum(amount) from ledger.transfers
                                           where credit = :account and effective < :before), 0)
                              - coalesce((select sum(amount) from ledger.transfers
                                           where debit = :account and effective < :before), 0))::bigint
                        """)
                .param("account", account.value())
                .param("before", SqlTime.of(before))
                .query(Long.class)
                .single();
    }

    public TrialBalance trialBalance(Instant before) {
        var lines = jdbc.sql("""
                        with moves as (
                            select debit as account, sum(amount) as debits, 0 as credits from ledger.transfers
                             where effective < :before group by debit
                            union all
                            select credit, 0, sum(amount) from ledger.transfers
                             where effective < :before group by credit
                            union all
                            select id, 0, 0 from ledger.platform_accounts)
                        select coalesce(p.code, 'customers/' || split_part(a.purpose, '/', 1)) as line,
                               coalesce(p.unit, a.unit) as unit, sum(debits)::bigint as debits,
                               sum(credits)::bigint as credits
                          from moves m left join ledger.platform_accounts p on p.id = m.account
                          left join ledger.accounts a on a.id = m.account
                         group by line, coalesce(p.unit, a.unit) order by min(p.id::text) nulls last, line, unit
                        """)
                .param("before", SqlTime.of(before))
                .query(TransferRows::line)
                .list();
        return new TrialBalance(before, lines);
    }

    private static TrialBalance.Line line(ResultSet row, int index) throws SQLException {
        return new TrialBalance.Line(
                row.getString("line"), Unit.of(row.getString("unit")), row.getLong("debits"), row.getLong("credits"));
    }

    public List<Hold> holds(String key) {
        return jdbc.sql("select key, account, tenant, sequence, total, expires_at from ledger.holds where key = ?"
                        + " order by account")
                .param(key)
                .query(TransferRows::hold)
                .list();
    }

    /// Those that ran out longest ago first.
    public List<String> expired(Instant now, int most) {
        return jdbc.sql("select key from ledger.holds group by key having max(expires_at) <= :now"
                        + " order by max(expires_at), key limit :most")
                .param("now", SqlTime.of(now))
                .param("most", most)
                .query(String.class)
                .list();
    }

    private static Hold hold(ResultSet row, int index) throws SQLException {
        return new Hold(
                row.getString("key"),
                new AccountId(row.getObject("account", UUID.class)),
                new TenantId(row.getObject("tenant", UUID.class)),
                row.getInt("sequence"),
                row.getLong("total"),
                SqlTime.read(row, "expires_at"));
    }
}
