package org.hotline400.server.billing.invoices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.billing.Bill;
import org.hotline400.server.billing.BillId;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The rows of requests. Every method runs in the caller's transaction.
final class InvoiceRows {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT = "select * from billing.invoice_requests ";

    private final JdbcClient jdbc;
    private final BuyerSeal seal;

    InvoiceRows(JdbcClient jdbc, BuyerSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /// A rate's share of an amount, as it is stored: micro-yuan.
    private record TaxRow(int percent, long gross, long tax) {
        static TaxRow of(Bill.TaxGroup group) {
            return new TaxRow(
                    group.percent(), group.gross().microYuan(), group.tax().microYuan());
        }

        Bill.TaxGroup group() {
            return new Bill.TaxGroup(percent, new Money(gross), new Money(tax));
        }
    }

    /// @return false when the bill has a live request
    boolean add(InvoiceId id, TenantId tenant, Invoice.Asked asked, Optional<String> key) {
        return jdbc.sql("insert into billing.invoice_requests (tenant, id, bill, bill_number, hotline, month, kind,"
                                + " amount, taxes, buyer, requested_at, requested_by, idempotency_key, state, changed_at,"
                                + " changed_by) values (:tenant, :id, :bill, :billNumber, :hotline, :month, :kind,"
                                + " :amount, cast(:taxes as jsonb), :buyer, :at, :by, :key, 'requested', :at, :by)"
                                + " on conflict (bill) where state in ('requested', 'exported', 'made-out') do nothing")
                        .param("tenant", tenant.value())
                        .param("id", id.value())
                        .param("bill", asked.bill().value())
                        .param("billNumber", asked.billNumber())
                        .param("hotline", asked.hotline().digits())
                        .param("month", asked.month())
                        .param("kind", asked.kind().code())
                        .param("amount", asked.amount().microYuan())
                        .param("taxes", json(asked.taxes()))
                        .param("buyer", seal.close(tenant, id, asked.buyer()))
                        .param("at", SqlTime.of(asked.by().at()))
                        .param("by", asked.by().by())
                        .param("key", key.orElse(null))
                        .update()
                == 1;
    }

    Optional<Invoice> find(InvoiceId id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id.value())
                .query(this::invoice)
                .optional();
    }

    /// Locked until the transaction ends.
    Optional<Invoice> take(InvoiceId id) {
        return jdbc.sql(SELECT + "where id = ? for update")
                .param(id.value())
                .query(this::invoice)
                .optional();
    }

    Optional<Invoice> byKey(TenantId tenant, String key) {
        return jdbc.sql(SELECT + "where tenant = ? and idempotency_key = ?")
                .params(tenant.value(), key)
                .query(this::invoice)
                .optional();
    }

    Optional<Invoice> live(BillId bill) {
        return jdbc.sql(SELECT + "where bill = ? and state in ('requested', 'exported', 'made-out')")
                .param(bill.value())
                .query(this::invoice)
                .optional();
    }

    /// The newest first.
    ///
    /// @param before start behind this one
    List<Invoice> list(InvoiceFilter filter, Optional<InvoiceId> before, int most) {
        return jdbc.sql(SELECT + "where (cast(:state as text) is null or state = :state)"
                        + " and (cast(:bill as uuid) is null or bill = :bill)"
                        + " and (cast(:before as uuid) is null or id < :before) order by id desc limit :most")
                .param("state", filter.state().map(InvoiceState::code).orElse(null))
                .param("bill", filter.bill().map(BillId::value).orElse(null))
                .param("before", before.map(InvoiceId::value).orElse(null))
                .param("most", most)
                .query(this::invoice)
                .list();
    }

    void state(InvoiceId id, InvoiceState state, Invoice.Change by) {
        jdbc.sql("update billing.invoice_requests set state = ?, changed_at = ?, changed_by = ? where id = ?")
                .params(state.code(), SqlTime.of(by.at()), by.by(), id.value())
                .update();
    }

    void madeOut(InvoiceId id, Invoice.Made number, Invoice.Change by) {
        jdbc.sql("update billing.invoice_requests set state = 'made-out', invoice_code = :code,"
                        + " invoice_number = :number, invoice_date = :day, changed_at = :at, changed_by = :by"
                        + " where id = :id")
                .param("code", number.code())
                .param("number", number.number())
                .param("day", number.day())
                .param("at", SqlTime.of(by.at()))
                .param("by", by.by())
                .param("id", id.value())
                .update();
    }

    /// Whether another request has this invoice.
    boolean isUsed(Invoice.Made number, InvoiceId but) {
        return jdbc.sql("select exists (select from billing.invoice_requests"
                        + " where invoice_code = ? and invoice_number = ? and id <> ?)")
                .params(number.code(), number.number(), but.value())
                .query(Boolean.class)
                .single();
    }

    void refused(InvoiceId id, String reason, Invoice.Change by) {
        jdbc.sql("update billing.invoice_requests set state = 'refused', refusal = ?, changed_at = ?, changed_by = ?"
                        + " where id = ?")
                .params(reason, SqlTime.of(by.at()), by.by(), id.value())
                .update();
    }

    void reversed(InvoiceId id, Invoice.Reversal reversal, Invoice.Change by) {
        jdbc.sql("update billing.invoice_requests set state = 'reversed', red_number = :number, red_date = :day,"
                        + " credit_note = :note, changed_at = :at, changed_by = :by where id = :id")
                .param("number", reversal.number())
                .param("day", reversal.day())
                .param("note", reversal.creditNote())
                .param("at", SqlTime.of(by.at()))
                .param("by", by.by())
                .param("id", id.value())
                .update();
    }

    void pdf(InvoiceId id, String sha256, Invoice.Change by) {
        jdbc.sql("update billing.invoice_requests set pdf = ?, changed_at = ?, changed_by = ? where id = ?")
                .params(sha256, SqlTime.of(by.at()), by.by(), id.value())
                .update();
    }

    /// Puts the oldest that wait into a batch.
    ///
    /// @return how many
    int export(UUID batch, Optional<String> key, Invoice.Change by, int most) {
        return jdbc.sql("update billing.invoice_requests set state = 'exported', batch = :batch, batch_key = :key,"
                        + " exported_at = :at, changed_at = :at, changed_by = :by where id in"
                        + " (select id from billing.invoice_requests where state = 'requested' order by id limit :most"
                        + " for update)")
                .param("batch", batch)
                .param("key", key.orElse(null))
                .param("at", SqlTime.of(by.at()))
                .param("by", by.by())
                .param("most", most)
                .update();
    }

    /// The oldest that wait, locked until the transaction ends.
    List<Invoice> waiting(int most) {
        return jdbc.sql(SELECT + "where state = 'requested' order by id limit ? for update")
                .param(most)
                .query(this::invoice)
                .list();
    }

    /// What a request is for has become less.
    void correct(InvoiceId id, Invoiceable left, Invoice.Change by) {
        jdbc.sql("update billing.invoice_requests set amount = :amount, taxes = cast(:taxes as jsonb),"
                        + " changed_at = :at, changed_by = :by where id = :id and state = 'requested'")
                .param("amount", left.amount().microYuan())
                .param("taxes", json(left.taxes()))
                .param("at", SqlTime.of(by.at()))
                .param("by", by.by())
                .param("id", id.value())
                .update();
    }

    private static String json(List<Bill.TaxGroup> taxes) {
        return JSON.writeValueAsString(taxes.stream().map(TaxRow::of).toList());
    }

    Optional<UUID> batchByKey(String key) {
        return jdbc.sql("select distinct batch from billing.invoice_requests where batch_key = ?")
                .param(key)
                .query(UUID.class)
                .optional();
    }

    /// In the order of their ids.
    List<Invoice> batch(UUID batch) {
        return jdbc.sql(SELECT + "where batch = ? order by id")
                .param(batch)
                .query(this::invoice)
                .list();
    }

    /// The newest first.
    List<InvoiceBatch> batches(Optional<UUID> before, int most) {
        return jdbc.sql("select batch, exported_at, count(*) as requests,"
                        + " count(*) filter (where state = 'exported') as waiting from billing.invoice_requests"
                        + " where batch is not null and (cast(:before as uuid) is null or batch < :before)"
                        + " group by batch, exported_at order by batch desc limit :most")
                .param("before", before.orElse(null))
                .param("most", most)
                .query((row, index) -> new InvoiceBatch(
                        row.getObject("batch", UUID.class),
                        SqlTime.read(row, "exported_at"),
                        row.getInt("requests"),
                        row.getInt("waiting")))
                .list();
    }

    private Invoice invoice(ResultSet row, int index) throws SQLException {
        var id = new InvoiceId(row.getObject("id", UUID.class));
        var tenant = new TenantId(row.getObject("tenant", UUID.class));
        return new Invoice(
                id,
                tenant,
                asked(row, tenant, id),
                InvoiceState.of(row.getString("state")),
                new Invoice.Change(row.getString("changed_by"), SqlTime.read(row, "changed_at")),
                batch(row),
                number(row),
                Optional.ofNullable(row.getString("refusal")),
                Optional.ofNullable(row.getString("pdf")),
                reversal(row));
    }

    private Invoice.Asked asked(ResultSet row, TenantId tenant, InvoiceId id) throws SQLException {
        return new Invoice.Asked(
                new BillId(row.getObject("bill", UUID.class)),
                row.getString("bill_number"),
                new HotlineNumber(row.getString("hotline")),
                row.getObject("month", LocalDate.class),
                InvoiceKind.of(row.getString("kind")),
                new Money(row.getLong("amount")),
                List.of(JSON.readValue(row.getString("taxes"), TaxRow[].class)).stream()
                        .map(TaxRow::group)
                        .toList(),
                seal.open(tenant, id, row.getBytes("buyer")),
                new Invoice.Change(row.getString("requested_by"), SqlTime.read(row, "requested_at")));
    }

    private static Optional<Invoice.Batch> batch(ResultSet row) throws SQLException {
        var batch = row.getObject("batch", UUID.class);
        return batch == null
                ? Optional.empty()
                : Optional.of(new Invoice.Batch(batch, SqlTime.read(row, "exported_at")));
    }

    private static Optional<Invoice.Made> number(ResultSet row) throws SQLException {
        var number = row.getString("invoice_number");
        return number == null
                ? Optional.empty()
                : Optional.of(new Invoice.Made(
                        row.getString("invoice_code"), number, row.getObject("invoice_date", LocalDate.class)));
    }

    private static Optional<Invoice.Reversal> reversal(ResultSet row) throws SQLException {
        var number = row.getString("red_number");
        return number == null
                ? Optional.empty()
                : Optional.of(new Invoice.Reversal(
                        number, row.getObject("red_date", LocalDate.class), row.getString("credit_note")));
    }
}
