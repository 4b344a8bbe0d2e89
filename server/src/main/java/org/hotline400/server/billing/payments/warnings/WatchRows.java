package org.hotline400.server.billing.payments.warnings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
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

    /// What calls of the seven days before this one have cost, where that was added up already.
    Optional<Money> week(TenantId tenant, LocalDate end) {
        return jdbc.sql("select week_cost from billing.balance_watch where tenant = ? and week_end = ?")
                .params(tenant.value(), end)
                .query((row, _) -> new Money(row.getLong("week_cost")))
                .optional();
    }

    void keepWeek(TenantId tenant, LocalDate end, Money cost) {
        jdbc.sql("update billing.balance_watch set week_cost = ?, week_end = ? where tenant = ?")
                .params(cost.microYuan(), end, tenant.value())
                .update();
    }
}
