package org.hotline400.server.charging.internal;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The table `charging.months`, and the sums of contracts in `charging.usage`. Every method runs in the caller's
/// transaction.
@Repository
public class MonthSumRows {
    private final JdbcClient jdbc;

    public MonthSumRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A customer's settled calls that began in a month.
    public record Sum(TenantId tenant, YearMonth month, long calls, Money cost) {
        Sum plus(Sum more) {
            return new Sum(tenant, month, calls + more.calls(), cost.plus(more.cost()));
        }
    }

    public Sum find(TenantId tenant, YearMonth month) {
        return jdbc.sql("select calls, cost from charging.months where tenant = :tenant and month = :month")
                .param("tenant", tenant.value())
                .param("month", month.atDay(1))
                .query((row, _) -> new Sum(tenant, month, row.getLong("calls"), new Money(row.getLong("cost"))))
                .optional()
                .orElseGet(() -> new Sum(tenant, month, 0, Money.ZERO));
    }

    /// What the settled calls of a contract cost that began in a month.
    Money cost(ContractId contract, YearMonth month) {
        return jdbc.sql("select coalesce(sum(cost), 0)::bigint from charging.usage where contract = ? and month = ?")
                .params(contract.value(), month.atDay(1))
                .query((row, _) -> new Money(row.getLong(1)))
                .single();
    }

    /// Adds to what is there.
    void add(Collection<Sum> sums) {
        if (sums.isEmpty()) {
            return;
        }
        var sorted = sums.stream()
                .sorted(Comparator.comparing((Sum sum) -> sum.tenant().toString())
                        .thenComparing(Sum::month))
                .toList();
        jdbc.sql("""
                insert into charging.months as m (tenant, month, calls, cost)
                select * from unnest(:tenants, cast(:months as date[]), :calls, :costs)
                on conflict (tenant, month) do update set calls = m.calls + excluded.calls,
                       cost = m.cost + excluded.cost
                """)
                .param(
                        "tenants",
                        new SqlArrayValue(
                                "uuid",
                                sorted.stream().map(one -> one.tenant().value()).toArray()))
                .param(
                        "months",
                        new SqlArrayValue(
                                "text",
                                sorted.stream()
                                        .map(one -> one.month().atDay(1).toString())
                                        .toArray()))
                .param(
                        "calls",
                        new SqlArrayValue(
                                "bigint", sorted.stream().map(Sum::calls).toArray()))
                .param(
                        "costs",
                        new SqlArrayValue(
                                "bigint",
                                sorted.stream()
                                        .map(one -> one.cost().microYuan())
                                        .toArray()))
                .update();
    }
}
