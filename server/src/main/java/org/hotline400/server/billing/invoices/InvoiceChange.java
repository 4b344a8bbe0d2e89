package org.hotline400.server.billing.invoices;

import java.time.LocalDate;

/// What became of a wish about an invoice.
public sealed interface InvoiceChange {

    record Done(Invoice invoice) implements InvoiceChange {}

    /// The very same was done before.
    record AsBefore(Invoice invoice) implements InvoiceChange {}

    /// There is no such request, or none that the caller sees.
    record Unknown() implements InvoiceChange {}

    /// There is no such bill, or none that the caller sees.
    record NoBill() implements InvoiceChange {}

    /// The bill is not issued, not paid in full, or nothing is left of it after its credit notes.
    record NotPaid() implements InvoiceChange {}

    /// The bill has a live request already.
    record Requested(Invoice invoice) implements InvoiceChange {}

    /// The key stood for something else before.
    record KeyUsed() implements InvoiceChange {}

    /// Where it stands it cannot be done.
    record Impossible(InvoiceState state) implements InvoiceChange {}

    /// What takes an invoice back is dated before it.
    ///
    /// @param made the invoice's own day
    record TooEarly(LocalDate made) implements InvoiceChange {}

    /// Another request has this invoice's number.
    record NumberUsed() implements InvoiceChange {}
}
