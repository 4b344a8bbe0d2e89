package org.hotline400.server.billing.invoices;

import java.util.Optional;
import org.hotline400.server.billing.BillId;

/// A wish for an invoice.
///
/// @param key by which the sender knows it again; empty: he does not
public record InvoiceOrder(BillId bill, InvoiceKind kind, Buyer buyer, Optional<String> key, Invoice.Change by) {}
