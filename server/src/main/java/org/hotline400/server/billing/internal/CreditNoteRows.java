package org.hotline400.server.billing.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.billing.BillId;
import org.hotline400.server.billing.CreditNote;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of credit notes. Every method runs in the caller's transaction and sees what that may see.
@Repository
public class CreditNoteRows {
    private static final String SELECT = "select content, hash from billing.credit_notes";

    private final JdbcClient jdbc;

    public CreditNoteRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// As it is written down and hashed.
    record Document(
            String id,
            String number,
            String seller,
            String tenant,
            String bill,
            String billNumber,
            String issuedAt,
            String reason,
            List<LineDocument> lines,
            List<BillDocument.TaxDocument> taxes,
            String total) {

        record LineDocument(int line, String kind, String amount, int taxPercent) {}

        static Document of(CreditNote note, String seller) {
            return new Document(
                    note.id().toString(),
                    note.number(),
                    seller,
                    note.tenant().toString(),
                    note.bill().toString(),
                    note.billNumber(),
                    note.issued().toString(),
                    note.reason(),
                    note.lines().stream()
                            .map(line -> new LineDocument(
                                    line.line(), line.kind(), line.amount().toString(), line.taxPercent()))
                            .toList(),
                    note.taxes().stream().map(BillDocument.TaxDocument::of).toList(),
                    note.total().toString());
        }

        CreditNote note(String hash) {
            return new CreditNote(
                    UUID.fromString(id),
                    new TenantId(UUID.fromString(tenant)),
                    new BillId(UUID.fromString(bill)),
                    number,
                    billNumber,
                    lines.stream()
                            .map(line -> new CreditNote.Line(
                                    line.line(), line.kind(), Money.parse(line.amount()), line.taxPercent()))
                            .toList(),
                    taxes.stream().map(BillDocument.TaxDocument::group).toList(),
                    reason,
                    Instant.parse(issuedAt),
                    hash);
        }
    }

    void insert(CreditNote note, String content, Optional<String> key, UUID by) {
        jdbc.sql("""
                        insert into billing.credit_notes (tenant, id, bill, number, content, hash, total,
                               idempotency_key, issued_at, by_principal)
                        values (:tenant, :id, :bill, :number, :content, :hash, :total, :key, :at, :by)
                        """)
                .param("tenant", note.tenant().value())
                .param("id", note.id())
                .param("bill", note.bill().value())
                .param("number", note.number())
                .param("content", content)
                .param("hash", note.hash())
                .param("total", note.total().microYuan())
                .param("key", key.orElse(null))
                .param("at", SqlTime.of(note.issued()))
                .param("by", by)
                .update();
    }

    Optional<CreditNote> withKey(BillId bill, String key) {
        return jdbc.sql(SELECT + " where bill = ? and idempotency_key = ?")
                .params(bill.value(), key)
                .query(CreditNoteRows::note)
                .optional();
    }

    public Optional<CreditNote> find(UUID id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id)
                .query(CreditNoteRows::note)
                .optional();
    }

    public List<CreditNote> of(BillId bill) {
        return jdbc.sql(SELECT + " where bill = ? order by id")
                .param(bill.value())
                .query(CreditNoteRows::note)
                .list();
    }

    private static CreditNote note(ResultSet row, int index) throws SQLException {
        return BillDocument.read(row.getString("content"), Document.class).note(row.getString("hash"));
    }
}
