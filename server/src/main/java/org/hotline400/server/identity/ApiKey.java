package org.hotline400.server.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hotline400.server.kernel.TenantId;

/// An API key, without its token, which nobody knows after it was shown.
///
/// @param expiresAt empty when it holds until revoked
/// @param lastUsedAt to the minute; empty when never used
/// @param revokedAt empty while it holds
public record ApiKey(
        UUID id,
        TenantId tenant,
        UUID principal,
        String name,
        Set<Scope> scopes,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {}
