package org.hotline400.server.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hotline400.server.kernel.TenantId;

/// The API key that is wanted.
///
/// @param principal who will act with it; its roles bind the key
/// @param expiresAt empty to hold until revoked
public record ApiKeyOrder(
        TenantId tenant, UUID principal, String name, Set<Scope> scopes, Optional<Instant> expiresAt) {
    public ApiKeyOrder {
        scopes = Set.copyOf(scopes);
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("a key opens something: name at least one scope");
        }
        if (name.isBlank() || name.length() > 200) {
            throw new IllegalArgumentException("a name has 1 to 200 characters");
        }
    }

    /// A key that opens all its principal may do, until revoked.
    public static ApiKeyOrder unlimited(TenantId tenant, UUID principal, String name) {
        return new ApiKeyOrder(tenant, principal, name, Set.of(Scope.ALL), Optional.empty());
    }
}
