package org.hotline400.server.billing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.hotline400.server.billing.Bill;
import org.jspecify.annotations.Nullable;

/// A bill.
///
/// @param number absent as long as it is a draft
/// @param month `2026-11`
/// @param state `draft`, `issued`, `paid`
/// @param total with tax
/// @param paid of it, credit notes included
/// @param open what is still to be paid
/// @param hash SHA-256 of its content
@JsonInclude(JsonInclude.Include.NON_NULL)
record BillBody(
        UUID id,
        UUID tenant,
        UUID contract,
        String hotline,
        @Nullable String number,
        String month,
        String state,
        String total,
        String paid,
        String open,
        List<LineBody> lines,
        List<TaxBody> taxes,
        @Nullable Instant issuedAt,
        @Nullable LocalDate due,
        @Nullable String hash) {

    /// @param kind such as `rent`, `calls-forward-mobile`
    /// @param amount with tax
    /// @param why in both languages
    record LineBody(String kind, String amount, int taxPercent, Words why) {
        static LineBody of(Bill.Line line) {
            return new LineBody(
                    line.kind(),
                    line.amount().toString(),
                    line.taxPercent(),
                    new Words(line.chinese(), line.english()));
        }
    }

    record Words(String zh, String en) {}

    record TaxBody(int percent, String gross, String tax) {
        static TaxBody of(Bill.TaxGroup group) {
            return new TaxBody(
                    group.percent(), group.gross().toString(), group.tax().toString());
        }
    }

    static BillBody of(Bill bill) {
        return new BillBody(
                bill.id().value(),
                bill.tenant().value(),
                bill.contract().value(),
                bill.hotline().digits(),
                bill.number().orElse(null),
                YearMonth.from(bill.month()).toString(),
                bill.state().code(),
                bill.total().toString(),
                bill.paid().toString(),
                bill.open().toString(),
                bill.lines().stream().map(LineBody::of).toList(),
                bill.taxes().stream().map(TaxBody::of).toList(),
                bill.issued().map(Bill.Issue::at).orElse(null),
                bill.due().orElse(null),
                bill.issued().map(Bill.Issue::hash).orElse(null));
    }
}
