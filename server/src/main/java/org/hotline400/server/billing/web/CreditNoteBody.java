package org.hotline400.server.billing.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hotline400.server.billing.CreditNote;

/// A credit note.
///
/// @param billNumber of the bill that it corrects
/// @param hash SHA-256 of its content
record CreditNoteBody(
        UUID id,
        UUID bill,
        String number,
        String billNumber,
        String total,
        String reason,
        List<LineBody> lines,
        List<BillBody.TaxBody> taxes,
        Instant issuedAt,
        String hash) {

    /// @param line counts the bill's lines from 1
    record LineBody(int line, String kind, String amount, int taxPercent) {}

    static CreditNoteBody of(CreditNote note) {
        return new CreditNoteBody(
                note.id(),
                note.bill().value(),
                note.number(),
                note.billNumber(),
                note.total().toString(),
                note.reason(),
                note.lines().stream()
                        .map(line -> new LineBody(
                                line.line(), line.kind(), line.amount().toString(), line.taxPercent()))
                        .toList(),
                note.taxes().stream().map(BillBody.TaxBody::of).toList(),
                note.issued(),
                note.hash());
    }
}
