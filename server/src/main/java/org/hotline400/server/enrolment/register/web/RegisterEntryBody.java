package org.hotline400.server.enrolment.register.web;

import java.time.Instant;
import java.util.UUID;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.register.RegisterEntry;
import org.hotline400.server.enrolment.register.RegisterEntry.End;
import org.hotline400.server.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/// An entry of the register on the wire; persons are masked.
///
/// @param way `self-service`, `reseller`, `carrier-direct` or `transfer`
/// @param endReason `cancelled`, `transferred`, `quarantined`
record RegisterEntryBody(
        UUID id,
        UUID tenant,
        String number,
        @Nullable UUID application,
        String company,
        String creditCode,
        String entity,
        String trade,
        String legalRepresentative,
        String handler,
        String purpose,
        String tariff,
        @Nullable Integer termMonths,
        String way,
        @Nullable UUID reseller,
        Instant activatedAt,
        @Nullable Instant endedAt,
        @Nullable String endReason) {

    static RegisterEntryBody of(RegisterEntry entry) {
        return new RegisterEntryBody(
                entry.id(),
                entry.tenant().value(),
                entry.number().digits(),
                entry.application().map(ApplicationId::value).orElse(null),
                entry.holder().company(),
                entry.holder().creditCode(),
                entry.holder().entity(),
                entry.holder().trade(),
                entry.holder().legalRepresentative(),
                entry.holder().handler(),
                entry.use().purpose(),
                entry.use().tariff(),
                entry.use().termMonths().orElse(null),
                entry.use().way(),
                entry.use().reseller().map(TenantId::value).orElse(null),
                entry.activatedAt(),
                entry.end().map(End::at).orElse(null),
                entry.end().map(End::reason).orElse(null));
    }
}
