package org.hotline400.server.tariffs.contracts;

import java.time.Instant;
import org.hotline400.server.kernel.TenantId;

/// A contract was signed, changed or ended.
///
/// @param kind what happened
public record ContractChanged(ContractId contract, TenantId tenant, Kind kind, Instant at) {

    /// What happened to it.
    public enum Kind {
        SIGNED,
        /// Another package, term or number from a day on.
        CHANGED,
        ENDED
    }
}
