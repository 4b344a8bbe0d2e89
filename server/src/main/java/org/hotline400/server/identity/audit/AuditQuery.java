package org.hotline400.server.identity.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Which entries are asked for; all that is empty lets everything through.
///
/// @param from at or after
/// @param to before
/// @param action how the action begins
/// @param subject exactly this one
public record AuditQuery(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<UUID> principal,
        Optional<String> action,
        Optional<String> subject) {

    public static final AuditQuery ALL =
            new AuditQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
