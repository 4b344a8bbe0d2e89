package org.hotline400.server.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hotline400.server.kernel.TenantId;

/// Somebody who signs in, without his secrets.
///
/// @param principal his id, in audit and API keys as well
/// @param name for people
/// @param secondFactor whether he shows a code of an authenticator app as well
/// @param lastSignIn empty when he never did
public record Account(
        TenantId tenant,
        UUID principal,
        String name,
        SignInName login,
        AccountState state,
        Set<Role> roles,
        boolean secondFactor,
        Instant createdAt,
        Optional<Instant> lastSignIn) {
    public Account {
        roles = Set.copyOf(roles);
    }

    public boolean isActive() {
        return state == AccountState.ACTIVE;
    }
}
