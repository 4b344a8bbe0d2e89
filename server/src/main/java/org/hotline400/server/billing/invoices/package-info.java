/// Requests for 发票 on paid bills: written down here, made out by the operator's tax system, its number and PDF attached
/// on return.
///
/// **Owns.** Table `billing.invoice_requests`; files `invoices/<tenant>/<request>/<hash>` in the store. **Publishes.**
/// [Invoices], [InvoiceFiles]. **Invariants.** A bill has one live request; it is for what the bill came to when it was
/// asked. A request goes to the tax system once, and its batch is the same bytes however often it is asked for. An
/// invoice's number stands for one request. Buyers and files are sealed under the tenant's key.
@NullMarked
package org.hotline400.server.billing.invoices;

import org.jspecify.annotations.NullMarked;
