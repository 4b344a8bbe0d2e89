package org.hotline400.server.billing.invoices;

/// What the operator's tax system made of a request.
public sealed interface InvoiceResult {

    record MadeOut(Invoice.Made number) implements InvoiceResult {}

    /// @param reason at most 500 characters
    record Refused(String reason) implements InvoiceResult {}
}
