/// Invoices over REST.
@NullMarked
package org.hotline400.server.billing.invoices.web;

import org.jspecify.annotations.NullMarked;
