package org.hotline400.server.billing.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline400.server.billing.BillingSettings;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What days of being late cost. Every method runs in the caller's transaction.
@Repository
class LateFeeRows {
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private final JdbcClient jdbc;

    LateFeeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Writes down each day before this one that was not yet, at what is unpaid now; never more than the most.
    void accrue(BillingSettings.LateFee fee, LocalDate today) {
        if (fee.percentPerDay().signum() == 0) {
            return;
        }
        jdbc.sql("""
                        insert into billing.late_fees (tenant, bill, day, amount)
                        select tenant, bill, day, amount from (
                            select s.tenant, s.bill, day::date, round(s.unpaid * :rate)::bigint as amount,
                                   coalesce(f.amount, 0) + sum(round(s.unpaid * :rate)::bigint)
                                       over (partition by s.bill order by day) as until_then,
                                   b.total * :most / 100 as most
                              from billing.bill_states s
                              join billing.bills b on b.id = s.bill
                              left join lateral (select sum(amount) as amount, max(day) as last
                                                   from billing.late_fees where bill = s.bill) f on true
                             cross join lateral generate_series(
                                 greatest(b.due + 1 + :grace, coalesce(f.last + 1, b.due)), cast(:today as date) - 1,
                                 interval '1 day') as day
                             where s.paid_at is null and b.due < :today) days
                         where amount > 0 and until_then <= most
                        on conflict do nothing
                        """)
                .param("rate", fee.percentPerDay().divide(PERCENT))
                .param("grace", fee.graceDays())
                .param("most", fee.maxPercent())
                .param("today", today)
                .update();
    }

    /// What a month's late days of these contracts cost, exact.
    Map<ContractId, Money> of(Collection<ContractId> contracts, LocalDate month) {
        return jdbc
                .sql("""
                        select b.contract, sum(f.amount) as amount
                          from billing.late_fees f join billing.bills b on b.id = f.bill
                         where b.contract = any(:contracts) and f.day >= :from and f.day < :until
                         group by b.contract
                        """)
                .param("contracts", BillRows.uuids(contracts))
                .param("from", month)
                .param("until", month.plusMonths(1))
                .query((row, _) -> Map.entry(
                        new ContractId(row.getObject("contract", UUID.class)), new Money(row.getLong("amount"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
