package org.hotline400.server.billing.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.billing.BillId;
import org.hotline400.server.billing.DunningStep;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was done about bills that are not paid. Every method runs in the caller's transaction.
@Repository
public class DunningRows {
    private final JdbcClient jdbc;

    public DunningRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A bill that is due and not paid.
    record Overdue(
            BillId bill,
            TenantId tenant,
            ContractId contract,
            String number,
            HotlineNumber hotline,
            Money unpaid,
            LocalDate due) {}

    /// Those due on this day or before, in the order of their ids.
    ///
    /// @param after start behind this one
    List<Overdue> overdue(LocalDate day, Optional<BillId> after, int most) {
        return jdbc.sql("""
                        select b.id, b.tenant, b.contract, b.number, b.hotline, s.unpaid, b.due
                          from billing.bill_states s join billing.bills b on b.id = s.bill
                         where s.paid_at is null and b.due <= :day
                           and (cast(:after as uuid) is null or b.id > :after)
                         order by b.id limit :most
                        """)
                .param("day", day)
                .param("after", after.map(BillId::value).orElse(null))
                .param("most", most)
                .query(DunningRows::overdue)
                .list();
    }

    private static Overdue overdue(ResultSet row, int index) throws SQLException {
        return new Overdue(
                new BillId(row.getObject("id", UUID.class)),
                new TenantId(row.getObject("tenant", UUID.class)),
                new ContractId(row.getObject("contract", UUID.class)),
                row.getString("number"),
                new HotlineNumber(row.getString("hotline")),
                new Money(row.getLong("unpaid")),
                row.getObject("due", LocalDate.class));
    }

    /// Who has such bills, in the order of their ids.
    ///
    /// @param after start behind this one
    List<TenantId> debtors(LocalDate day, Optional<TenantId> after, int most) {
        return jdbc
                .sql("""
                        select distinct b.tenant
                          from billing.bill_states s join billing.bills b on b.id = s.bill
                         where s.paid_at is null and b.due <= :day
                           and (cast(:after as uuid) is null or b.tenant > :after)
                         order by b.tenant limit :most
                        """)
                .param("day", day)
                .param("after", after.map(TenantId::value).orElse(null))
                .param("most", most)
                .query(UUID.class)
                .list()
                .stream()
                .map(TenantId::new)
                .toList();
    }

    /// Writes a step down.
    ///
    /// @return false when it was done before
    boolean note(Overdue bill, String step, Instant at) {
        return jdbc.sql("insert into billing.dunning_steps (tenant, bill, step, at) values (?, ?, ?, ?)"
                                + " on conflict do nothing")
                        .params(bill.tenant().value(), bill.bill().value(), step, SqlTime.of(at))
                        .update()
                > 0;
    }

    /// The first thing first.
    public List<DunningStep> steps(BillId bill) {
        return jdbc.sql("select step, at from billing.dunning_steps where bill = ? order by at, step")
                .param(bill.value())
                .query((row, _) -> new DunningStep(row.getString("step"), SqlTime.read(row, "at")))
                .list();
    }

    /// The numbers of a tenant whose bills were never paid after they led to a suspension.
    boolean keepsSuspended(TenantId tenant, HotlineNumber hotline) {
        return jdbc.sql("""
                        select exists (select from billing.dunning_steps d
                                         join billing.bills b on b.id = d.bill
                                         join billing.bill_states s on s.bill = d.bill
                                        where d.tenant = ? and d.step = 'suspend' and b.hotline = ?
                                          and s.paid_at is null)
                        """)
                .params(tenant.value(), hotline.digits())
                .query(Boolean.class)
                .single();
    }

    /// The number of a bill that led to a suspension.
    Optional<HotlineNumber> suspendedBy(BillId bill) {
        return jdbc.sql("select b.hotline from billing.dunning_steps d join billing.bills b on b.id = d.bill"
                        + " where d.bill = ? and d.step = 'suspend'")
                .param(bill.value())
                .query((row, _) -> new HotlineNumber(row.getString("hotline")))
                .optional();
    }
}
