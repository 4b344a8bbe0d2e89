package org.hotline400.server.billing.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline400.server.billing.Bill;
import org.hotline400.server.billing.BillFilter;
import org.hotline400.server.billing.BillId;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The tables of issued bills. Every method runs in the caller's transaction and sees what that may see.
@Repository
public class BillRows {
    private static final String SELECT = """
            select b.tenant, b.id, b.number, b.contract, b.hotline, b.month, b.content, b.hash, b.total, b.issued_at,
                   b.due, s.unpaid
              from billing.bills b join billing.bill_states s on s.bill = b.id
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    public BillRows(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    public Optional<Bill> find(BillId id) {
        return jdbc.sql(SELECT + " where b.id = ?")
                .param(id.value())
                .query(BillRows::bill)
                .optional();
    }

    /// The newest first.
    public List<Bill> list(BillFilter filter, Optional<BillId> before, int limit) {
        return jdbc.sql(SELECT + """
                         where (cast(:tenant as uuid) is null or b.tenant = :tenant)
                           and (cast(:month as date) is null or b.month = :month)
                           and (cast(:open as boolean) is null or (s.paid_at is null) = :open)
                           and (cast(:overdue as date) is null or (s.paid_at is null and b.due < :overdue))
                           and (cast(:before as uuid) is null or b.id < :before)
                         order by b.id desc limit :limit
                        """)
                .param("tenant", filter.tenant().map(TenantId::value).orElse(null))
                .param("month", filter.month().orElse(null))
                .param("open", filter.open().orElse(null))
                .param("overdue", filter.overdueOn().orElse(null))
                .param("before", before.map(BillId::value).orElse(null))
                .param("limit", limit)
                .query(BillRows::bill)
                .list();
    }

    private static Bill bill(ResultSet row, int index) throws SQLException {
        var document = BillDocument.read(row.getString("content"));
        return new Bill(
                new BillId(row.getObject("id", UUID.class)),
                new TenantId(row.getObject("tenant", UUID.class)),
                new ContractId(row.getObject("contract", UUID.class)),
                new HotlineNumber(row.getString("hotline")),
                Optional.of(row.getString("number")),
                row.getObject("month", LocalDate.class),
                document.lines().stream().map(BillDocument.LineDocument::line).toList(),
                document.taxes().stream().map(BillDocument.TaxDocument::group).toList(),
                new Money(row.getLong("total") - row.getLong("unpaid")),
                Optional.of(new Bill.Issue(SqlTime.read(row, "issued_at"), row.getString("hash"))),
                Optional.of(row.getObject("due", LocalDate.class)));
    }

    /// As it was written down: what the hash is of.
    public Optional<String> content(BillId id) {
        return jdbc.sql("select content from billing.bills where id = ?")
                .param(id.value())
                .query(String.class)
                .optional();
    }

    void insert(List<NewBill> bills) {
        template.batchUpdate("""
                insert into billing.bills (tenant, id, number, kind, contract, hotline, month, content, hash, total,
                       used_advance, issued_at, due) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, bills.stream().map(BillRows::values).toList());
    }

    private static Object[] values(NewBill bill) {
        var subject = bill.subject();
        return new Object[] {
            subject.tenant().value(),
            bill.id().value(),
            bill.number(),
            bill.kind().code(),
            subject.contract().value(),
            subject.hotline().digits(),
            subject.month(),
            bill.content(),
            BillDocument.hash(bill.content()),
            bill.reckoning().total().microYuan(),
            bill.usedAdvance().microYuan(),
            SqlTime.of(bill.issuedAt()),
            bill.due()
        };
    }

    /// Which of these contracts have such a bill.
    Set<ContractId> having(Collection<ContractId> contracts, LocalDate month, NewBill.Kind kind) {
        return new HashSet<>(jdbc.sql("select contract from billing.bills"
                        + " where contract = any(:contracts) and month = :month and kind = :kind")
                .param("contracts", uuids(contracts))
                .param("month", month)
                .param("kind", kind.code())
                .query((row, _) -> new ContractId(row.getObject(1, UUID.class)))
                .list());
    }

    /// Whether a contract has a first bill.
    boolean hasStart(ContractId contract) {
        return jdbc.sql("select exists (select from billing.bills where contract = ? and kind = 'start')")
                .param(contract.value())
                .query(Boolean.class)
                .single();
    }

    /// What is left of rents that were paid in advance; contracts that never paid any are not there.
    Map<ContractId, Money> advances(Collection<ContractId> contracts) {
        return jdbc
                .sql("select contract, -sum(used_advance) as left_over from billing.bills"
                        + " where contract = any(:contracts) group by contract having sum(used_advance) <> 0")
                .param("contracts", uuids(contracts))
                .query((row, _) -> Map.entry(
                        new ContractId(row.getObject("contract", UUID.class)), new Money(row.getLong("left_over"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The months of these contracts that were billed.
    Set<LocalDate> billedMonths(ContractId contract) {
        return new HashSet<>(jdbc.sql("select month from billing.bills where contract = ? and kind = 'month'")
                .param(contract.value())
                .query(LocalDate.class)
                .list());
    }

    /// What these contracts were billed for leaving early, less what credit notes took back; those that never were are
    /// not there.
    Map<ContractId, Money> exits(Collection<ContractId> contracts) {
        return jdbc
                .sql("""
                        select contract, sum(amount) * 1000000 as exits from (
                               select b.contract, (line ->> 'amount')::numeric as amount
                                 from billing.bills b, jsonb_array_elements(b.content::jsonb -> 'lines') line
                                where b.contract = any(:contracts) and line ->> 'kind' = 'early-exit'
                               union all
                               select b.contract, -(line ->> 'amount')::numeric
                                 from billing.credit_notes n join billing.bills b on b.id = n.bill,
                                      jsonb_array_elements(n.content::jsonb -> 'lines') line
                                where b.contract = any(:contracts) and line ->> 'kind' = 'early-exit') billed
                         group by contract
                        """)
                .param("contracts", uuids(contracts))
                .query((row, _) -> Map.entry(
                        new ContractId(row.getObject("contract", UUID.class)), new Money(row.getLong("exits"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static SqlArrayValue uuids(Collection<ContractId> contracts) {
        return new SqlArrayValue(
                "uuid", contracts.stream().map(ContractId::value).toArray());
    }
}
