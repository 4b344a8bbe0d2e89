package org.hotline400.server.billing.payments.warnings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables of who was warned. Every method runs in the caller's transaction.
@Repository
class WatchRows {
    private final JdbcClient jdbc;

    WatchRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// From now on everything is told again.
    void begin(TenantId tenant, Money balance, Instant now) {
        jdbc.sql("insert into billing.balance_watch (tenant, high_water, since) values (:tenant, :balance, :now)"
                        + " on conflict (tenant) do update set high_water = excluded.high_water, percent = 100,"
                        + " burn = false, since = excluded.since, told_at = null")
                .param("tenant", tenant.value())
                .param("balance", balance.microYuan())
                .param("now", SqlTime.of(now))
                .update();
    }

    /// In the order of their ids.
    List<TenantId> tenants(Optional<TenantId> after, int limit) {
        return jdbc.sql("select tenant from billing.balance_watch"
                        + " where (cast(:after as uuid) is null or tenant > :after) order by tenant limit :limit")
                .param("after", after.map(TenantId::value).orElse(null))
                .param("limit", limit)
                .query((row, _) -> new TenantId(row.getObject("tenant", UUID.class)))
                .list();
    }

    /// Empty where another node looks at it.
    Optional<Watch> lock(TenantId tenant) {
        return jdbc.sql("select high_water, percent, burn from billing.balance_watch where tenant = ?"
                        + " for update skip locked")
                .param(tenant.value())
                .query((row, _) -> new Watch(
                        tenant, new Money(row.getLong("high_water")), row.getInt("percent"), row.getBoolean("burn")))
                .optional();
    }

    void told(TenantId tenant, int percent, boolean burn, Instant now) {
        jdbc.sql("update billing.balance_watch set percent = :percent, burn = :burn, told_at = :now"
                        + " where tenant = :tenant")
                .param("percent", percent)
                .param("burn", burn)
                .param("now", SqlTime.of(now))
                .param("tenant", tenant.value())
                .update();
    }

    /// Adds what calls have cost since the last look to their days: an account's whole past is read once.
    void countCalls(TenantId tenant, AccountId account, int most) {
        jdbc.sql("""
                with news as (
                    select id, kind, amount, effective from ledger.transfers
                     where debit = :account
                       and id > (select seen from billing.balance_watch where tenant = :tenant)
                     order by id limit :most
                ), days as (
                    insert into billing.call_costs (tenant, day, cost)
                    select :tenant, (effective at time zone 'Asia/Shanghai')::date, sum(amount)
                      from news where kind = 'call' group by 2
                    on conflict (tenant, day) do update set cost = call_costs.cost + excluded.cost
                )
                update billing.balance_watch set seen = greatest(seen, coalesce((select max(id) from news), 0))
                 where tenant = :tenant
                """)
                .param("account", account.value())
                .param("tenant", tenant.value())
                .param("most", most)
                .update();
    }

    /// @param until a day that does not count any more
    Money callCosts(TenantId tenant, LocalDate from, LocalDate until) {
        return new Money(jdbc.sql("select coalesce(sum(cost), 0)::bigint from billing.call_costs"
                        + " where tenant = ? and day >= ? and day < ?")
                .params(tenant.value(), from, until)
                .query(Long.class)
                .single());
    }

    void forgetCalls(LocalDate before) {
        jdbc.sql("delete from billing.call_costs where day < ?").param(before).update();
    }
}
