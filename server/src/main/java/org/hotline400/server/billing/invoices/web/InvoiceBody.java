package org.hotline400.server.billing.invoices.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hotline400.server.billing.invoices.Invoice;
import org.hotline400.server.kernel.Money;
import org.jspecify.annotations.Nullable;

/// A request for an invoice on the wire; amounts are decimal yuan, with tax.
///
/// @param kind `normal` or `special`
/// @param state `requested`, `exported`, `made-out`, `refused`, `withdrawn` or `reversed`
/// @param batch in which it was handed to the tax system
/// @param invoiceCode 发票代码; absent for a fully digital invoice
/// @param hasPdf whether the invoice itself can be had
@JsonInclude(JsonInclude.Include.NON_NULL)
record InvoiceBody(
        String id,
        String tenant,
        String bill,
        String billNumber,
        String hotline,
        LocalDate month,
        String kind,
        String amount,
        List<InvoiceTax> taxes,
        BuyerBody buyer,
        String state,
        Instant requestedAt,
        String requestedBy,
        Instant changedAt,
        String changedBy,
        @Nullable String batch,
        @Nullable Instant exportedAt,
        @Nullable String invoiceCode,
        @Nullable String invoiceNumber,
        @Nullable LocalDate invoiceDay,
        @Nullable String refusal,
        boolean hasPdf,
        @Nullable InvoiceReversal reversal) {

    /// @param tax contained in `gross`
    record InvoiceTax(int percent, String gross, String tax) {}

    /// @param number of the red invoice
    record InvoiceReversal(String number, LocalDate day, String creditNote) {
        static InvoiceReversal of(Invoice.Reversal reversal) {
            return new InvoiceReversal(reversal.number(), reversal.day(), reversal.creditNote());
        }
    }

    static InvoiceBody of(Invoice invoice) {
        var asked = invoice.asked();
        return new InvoiceBody(
                invoice.id().toString(),
                invoice.tenant().toString(),
                asked.bill().toString(),
                asked.billNumber(),
                asked.hotline().digits(),
                asked.month(),
                asked.kind().code(),
                asked.amount().toString(),
                taxes(invoice),
                BuyerBody.of(asked.buyer()),
                invoice.state().code(),
                asked.by().at(),
                asked.by().by(),
                invoice.last().at(),
                invoice.last().by(),
                invoice.batch().map(one -> one.id().toString()).orElse(null),
                invoice.batch().map(Invoice.Batch::at).orElse(null),
                invoice.number()
                        .map(Invoice.Made::code)
                        .filter(code -> !code.isEmpty())
                        .orElse(null),
                invoice.number().map(Invoice.Made::number).orElse(null),
                invoice.number().map(Invoice.Made::day).orElse(null),
                invoice.refusal().orElse(null),
                invoice.pdf().isPresent(),
                invoice.reversal().map(InvoiceReversal::of).orElse(null));
    }

    private static List<InvoiceTax> taxes(Invoice invoice) {
        return invoice.asked().taxes().stream()
                .map(one -> new InvoiceTax(one.percent(), yuan(one.gross()), yuan(one.tax())))
                .toList();
    }

    private static String yuan(Money amount) {
        return amount.toString();
    }
}
