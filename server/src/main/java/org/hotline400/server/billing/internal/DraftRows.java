package org.hotline400.server.billing.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline400.server.billing.Bill;
import org.hotline400.server.billing.BillId;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The drafts of bills. Every method runs in the caller's transaction and sees what that may see.
@Repository
public class DraftRows {
    private static final String SELECT = "select content from billing.drafts";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    public DraftRows(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /// Writes them, over those that there were of their contracts and month.
    void put(List<BillDocument> drafts, Instant now) {
        template.batchUpdate(
                """
                insert into billing.drafts (tenant, id, contract, month, content, total, made_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (contract, month) do update set content = excluded.content, total = excluded.total,
                       made_at = excluded.made_at
                """, drafts.stream().map(draft -> values(draft, now)).toList());
    }

    private static Object[] values(BillDocument draft, Instant now) {
        return new Object[] {
            UUID.fromString(draft.tenant()),
            UUID.fromString(draft.id()),
            UUID.fromString(draft.contract()),
            LocalDate.parse(draft.month()),
            draft.canonical(),
            Money.parse(draft.total()).microYuan(),
            SqlTime.of(now)
        };
    }

    /// The ids of a month's drafts of these contracts.
    Map<ContractId, BillId> ids(List<ContractId> contracts, LocalDate month) {
        return jdbc
                .sql("select contract, id from billing.drafts where contract = any(:contracts) and month = :month")
                .param("contracts", BillRows.uuids(contracts))
                .param("month", month)
                .query((row, _) -> Map.entry(
                        new ContractId(row.getObject("contract", UUID.class)),
                        new BillId(row.getObject("id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void delete(List<ContractId> contracts, LocalDate month) {
        jdbc.sql("delete from billing.drafts where contract = any(:contracts) and month = :month")
                .param("contracts", BillRows.uuids(contracts))
                .param("month", month)
                .update();
    }

    public Optional<Bill> find(BillId id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id.value())
                .query(DraftRows::bill)
                .optional();
    }

    /// Of a month, in the order of their ids.
    public List<Bill> list(LocalDate month, Optional<BillId> after, int limit) {
        return jdbc.sql(SELECT + " where month = :month and (cast(:after as uuid) is null or id > :after)"
                        + " order by id limit :limit")
                .param("month", month)
                .param("after", after.map(BillId::value).orElse(null))
                .param("limit", limit)
                .query(DraftRows::bill)
                .list();
    }

    private static Bill bill(ResultSet row, int index) throws SQLException {
        return billOf(BillDocument.read(row.getString("content")));
    }

    static Bill billOf(BillDocument draft) {
        return new Bill(
                new BillId(UUID.fromString(draft.id())),
                new TenantId(UUID.fromString(draft.tenant())),
                new ContractId(UUID.fromString(draft.contract())),
                new HotlineNumber(draft.hotline()),
                Optional.empty(),
                LocalDate.parse(draft.month()),
                draft.lines().stream().map(BillDocument.LineDocument::line).toList(),
                draft.taxes().stream().map(BillDocument.TaxDocument::group).toList(),
                Money.ZERO,
                Optional.empty(),
                Optional.empty());
    }
}
