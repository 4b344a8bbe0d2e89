package org.hotline400.server.billing.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.billing.BillId;
import org.hotline400.server.billing.month.Dues;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Where issued bills stand. Every method runs in the caller's transaction and sees what that may see.
@Repository
public class StateRows {
    private static final String SELECT = """
            select s.tenant, s.bill, b.number, b.total, s.unpaid, s.due_rounding, s.due_rent, s.due_fees,
                   s.due_advance, s.credited, s.takes, s.paid_at
              from billing.bill_states s join billing.bills b on b.id = s.bill
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    public StateRows(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    void insert(List<BillState> states) {
        template.batchUpdate(
                """
                insert into billing.bill_states (unpaid, due_rounding, due_rent, due_fees, due_advance, credited, takes,
                       paid_at, bill, tenant) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, states.stream().map(state -> values(state, true)).toList());
    }

    void update(List<BillState> states) {
        template.batchUpdate(
                """
                update billing.bill_states set unpaid = ?, due_rounding = ?, due_rent = ?, due_fees = ?,
                       due_advance = ?, credited = ?, takes = ?, paid_at = ? where bill = ?
                """, states.stream().map(state -> values(state, false)).toList());
    }

    private static Object[] values(BillState state, boolean withTenant) {
        var values = new Object[] {
            state.unpaid().microYuan(),
            state.dues().rounding().microYuan(),
            state.dues().rent().microYuan(),
            state.dues().fees().microYuan(),
            state.dues().advance().microYuan(),
            state.credited().microYuan(),
            state.takes(),
            state.paidAt().map(SqlTime::of).orElse(null),
            state.bill().value(),
            state.tenant().value()
        };
        return withTenant ? values : java.util.Arrays.copyOf(values, values.length - 1);
    }

    /// Those of a tenant that are not paid, the oldest first, locked.
    List<BillState> lockOpen(TenantId tenant) {
        return jdbc.sql(SELECT + " where s.tenant = ? and s.paid_at is null order by b.due, b.id for update of s")
                .param(tenant.value())
                .query(StateRows::state)
                .list();
    }

    Optional<BillState> lock(BillId bill) {
        return jdbc.sql(SELECT + " where s.bill = ? for update of s")
                .param(bill.value())
                .query(StateRows::state)
                .optional();
    }

    private static BillState state(ResultSet row, int index) throws SQLException {
        return new BillState(
                new BillId(row.getObject("bill", UUID.class)),
                new TenantId(row.getObject("tenant", UUID.class)),
                row.getString("number"),
                new Money(row.getLong("total")),
                new Money(row.getLong("unpaid")),
                new Dues(
                        new Money(row.getLong("due_rounding")),
                        new Money(row.getLong("due_rent")),
                        new Money(row.getLong("due_fees")),
                        new Money(row.getLong("due_advance"))),
                new Money(row.getLong("credited")),
                row.getInt("takes"),
                SqlTime.readIfPresent(row, "paid_at"));
    }
}
