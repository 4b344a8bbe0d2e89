package org.hotline400.server.billing;

import java.util.UUID;
import org.hotline400.server.kernel.Ids;

/// A bill.
public record BillId(UUID value) {
    public static BillId next() {
        return new BillId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
