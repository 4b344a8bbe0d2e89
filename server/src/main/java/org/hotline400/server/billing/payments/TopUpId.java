package org.hotline400.server.billing.payments;

import java.util.UUID;
import org.hotline400.server.kernel.Ids;

/// A top-up.
public record TopUpId(UUID value) {
    public static TopUpId next() {
        return new TopUpId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
