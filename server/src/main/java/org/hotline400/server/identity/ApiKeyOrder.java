package org.hotline400.server.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hotline400.server.kernel.MistakeException;
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
            throw new MistakeException("a key opens something: name at least one scope", "密钥至少要有一项权限。");
        }
        if (name.isBlank() || name.length() > 200) {
            throw new MistakeException("a name has 1 to 200 characters", "名称为 1 至 200 个字符。");
        }
    }

    /// A key that opens all its principal may do, until revoked.
    public static ApiKeyOrder unlimited(TenantId tenant, UUID principal, String name) {
        return new ApiKeyOrder(tenant, principal, name, Set.of(Scope.ALL), Optional.empty());
    }
}
