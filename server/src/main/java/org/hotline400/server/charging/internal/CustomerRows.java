package org.hotline400.server.charging.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline400.server.charging.AccountTerms;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The table `charging.accounts`. Every method runs in the caller's transaction.
@Repository
public class CustomerRows {
    /// The lower one of both caps holds.
    private static final String COLUMNS =
            "tenant, funds, kind, credit_limit, least(cost_cap, own_cost_cap) as cost_cap,"
                    + " least(call_cap, own_call_cap) as call_cap";

    private final JdbcClient jdbc;

    public CustomerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A customer's terms and the account of his money.
    public record Row(AccountId funds, AccountTerms terms) {}

    public Optional<Row> find(TenantId tenant) {
        return jdbc.sql("select " + COLUMNS + " from charging.accounts where tenant = :tenant")
                .param("tenant", tenant.value())
                .query((row, _) -> read(row))
                .optional();
    }

    /// Those of these that have one.
    public Set<TenantId> having(Collection<TenantId> tenants) {
        return jdbc
                .sql("select tenant from charging.accounts where tenant = any(:tenants)")
                .param(
                        "tenants",
                        new SqlArrayValue(
                                "uuid", tenants.stream().map(TenantId::value).toArray()))
                .query(UUID.class)
                .list()
                .stream()
                .map(TenantId::new)
                .collect(Collectors.toSet());
    }

    /// Until the transaction ends, whoever else asks so waits: so that nobody suspends a customer whose money is just
    /// coming.
    void lock(TenantId tenant) {
        jdbc.sql("select from charging.accounts where tenant = :tenant for update")
                .param("tenant", tenant.value())
                .query((_, index) -> index)
                .list();
    }

    List<Row> all() {
        return jdbc.sql("select " + COLUMNS + " from charging.accounts")
                .query((row, _) -> read(row))
                .list();
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                new AccountId(row.getObject("funds", UUID.class)),
                new AccountTerms(
                        new TenantId(row.getObject("tenant", UUID.class)),
                        AccountTerms.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        new Money(row.getLong("credit_limit")),
                        Optional.ofNullable(row.getObject("cost_cap", Long.class))
                                .map(Money::new),
                        Optional.ofNullable(row.getObject("call_cap", Integer.class))));
    }

    /// One that is there stays as it is.
    public void add(AccountId funds, AccountTerms terms, Instant now) {
        jdbc.sql("""
                insert into charging.accounts (tenant, funds, kind, credit_limit, changed_at, changed_by)
                values (:tenant, :funds, :kind, :limit, :now, 'platform') on conflict (tenant) do nothing
                """)
                .param("tenant", terms.tenant().value())
                .param("funds", funds.value())
                .param("kind", terms.kind().code())
                .param("limit", terms.creditLimit().microYuan())
                .param("now", SqlTime.of(now))
                .update();
    }

    public void agree(AccountTerms terms, String by, Instant now) {
        jdbc.sql("""
                update charging.accounts set kind = :kind, credit_limit = :limit, cost_cap = :cost, call_cap = :calls,
                       changed_at = :now, changed_by = :by
                 where tenant = :tenant
                """)
                .param("tenant", terms.tenant().value())
                .param("kind", terms.kind().code())
                .param("limit", terms.creditLimit().microYuan())
                .param("cost", terms.costCap().map(Money::microYuan).orElse(null))
                .param("calls", terms.callCap().orElse(null))
                .param("now", SqlTime.of(now))
                .param("by", by)
                .update();
    }

    public void bound(TenantId tenant, Optional<Money> costCap, Optional<Integer> callCap, String by, Instant now) {
        jdbc.sql("""
                update charging.accounts set own_cost_cap = :cost, own_call_cap = :calls, changed_at = :now,
                       changed_by = :by
                 where tenant = :tenant
                """)
                .param("tenant", tenant.value())
                .param("cost", costCap.map(Money::microYuan).orElse(null))
                .param("calls", callCap.orElse(null))
                .param("now", SqlTime.of(now))
                .param("by", by)
                .update();
    }
}
