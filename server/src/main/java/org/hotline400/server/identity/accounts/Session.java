package org.hotline400.server.identity.accounts;

import java.time.Instant;
import java.util.UUID;
import org.hotline400.server.kernel.TenantId;

/// A browser that is signed in.
///
/// @param seenAt when something was asked with it last, to the minute or so
/// @param expiresAt when it ends however busy it is
public record Session(
        UUID id,
        TenantId tenant,
        UUID principal,
        Instant createdAt,
        Instant seenAt,
        Instant expiresAt,
        Browser browser) {}
