package org.hotline400.server.billing.invoices;

/// What became of a wish about an invoice.
public sealed interface InvoiceChange {

    record Done(Invoice invoice) implements InvoiceChange {}

    /// The very same was done before.
    record AsBefore(Invoice invoice) implements InvoiceChange {}

    /// There is no such request, or none that the caller sees.
    record Unknown() implements InvoiceChange {}

    /// There is no such bill, or none that the caller sees.
    record NoBill() implements InvoiceChange {}

    /// The bill is not issued, not paid in full, or comes to nothing.
    record NotPaid() implements InvoiceChange {}

    /// The bill has a live request already.
    record Requested(Invoice invoice) implements InvoiceChange {}

    /// The key stood for something else before.
    record KeyUsed() implements InvoiceChange {}

    /// Where it stands it cannot be done.
    record Impossible(InvoiceState state) implements InvoiceChange {}

    /// Another request has this invoice's number.
    record NumberUsed() implements InvoiceChange {}
}
