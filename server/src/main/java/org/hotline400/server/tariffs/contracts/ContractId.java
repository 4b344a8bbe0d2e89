package org.hotline400.server.tariffs.contracts;

import java.util.UUID;
import org.hotline400.server.kernel.Ids;

/// A contract.
public record ContractId(UUID value) {
    public static ContractId next() {
        return new ContractId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
