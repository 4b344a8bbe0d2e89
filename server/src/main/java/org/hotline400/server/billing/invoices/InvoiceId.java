package org.hotline400.server.billing.invoices;

import java.util.UUID;
import org.hotline400.server.kernel.Ids;

/// A request for an invoice.
public record InvoiceId(UUID value) {
    public static InvoiceId next() {
        return new InvoiceId(Ids.next());
    }

    /// @throws IllegalArgumentException when it is no id
    public static InvoiceId of(String text) {
        return new InvoiceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
