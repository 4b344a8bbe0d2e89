/// Requests for 发票 on paid bills: written down here, made out by the operator's tax system, its number and PDF attached
/// on return.
@NullMarked
package org.hotline400.server.billing.invoices;

import org.jspecify.annotations.NullMarked;
