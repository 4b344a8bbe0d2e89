package org.hotline400.server.ledger;

import java.util.UUID;
import org.hotline400.server.kernel.Ids;

/// An account of the ledger.
public record AccountId(UUID value) {
    public static AccountId next() {
        return new AccountId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
