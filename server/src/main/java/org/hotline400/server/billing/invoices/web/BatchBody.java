package org.hotline400.server.billing.invoices.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.hotline400.server.billing.invoices.BatchFile;
import org.hotline400.server.billing.invoices.Invoice;
import org.hotline400.server.billing.invoices.InvoiceBatch;

/// A batch as the tax system may read it; amounts are decimal yuan. Nothing in it ever changes.
record BatchBody(String id, Instant exportedAt, List<BatchedInvoice> requests) {

    /// @param kind `normal` or `special`
    /// @param lines one for each rate
    record BatchedInvoice(
            String id, String billNumber, String kind, BuyerBody buyer, List<BatchFile.Line> lines, String remark) {}

    static BatchBody of(List<Invoice> invoices) {
        var batch = invoices.getFirst().batch().orElseThrow();
        return new BatchBody(
                batch.id().toString(),
                batch.at(),
                invoices.stream().map(BatchBody::request).toList());
    }

    private static BatchedInvoice request(Invoice invoice) {
        return new BatchedInvoice(
                invoice.id().toString(),
                invoice.asked().billNumber(),
                invoice.asked().kind().code(),
                BuyerBody.of(invoice.asked().buyer()),
                BatchFile.lines(invoice),
                BatchFile.remark(invoice));
    }

    /// In a list.
    ///
    /// @param waiting requests for which nothing came back yet
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BatchSummary(String id, Instant exportedAt, int requests, int waiting) {
        static BatchSummary of(InvoiceBatch batch) {
            return new BatchSummary(batch.id().toString(), batch.at(), batch.requests(), batch.waiting());
        }
    }
}
