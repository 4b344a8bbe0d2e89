package org.hotline400.server.billing.invoices;

import java.util.Optional;
import org.hotline400.server.billing.BillId;

/// Which requests are wanted.
public record InvoiceFilter(Optional<InvoiceState> state, Optional<BillId> bill) {}
