package org.hotline400.server.identity.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.identity.ApiKey;
import org.hotline400.server.identity.IssuedApiKey;
import org.hotline400.server.identity.Scope;

/// A key on the wire.
///
/// @param token there only in the answer that makes the key
record ApiKeyBody(
        String id,
        String tenant,
        String principal,
        String name,
        List<String> scopes,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt,
        Optional<String> token) {

    static ApiKeyBody of(ApiKey key) {
        return of(key, Optional.empty());
    }

    static ApiKeyBody of(IssuedApiKey issued) {
        return of(issued.key(), Optional.of(issued.token()));
    }

    private static ApiKeyBody of(ApiKey key, Optional<String> token) {
        return new ApiKeyBody(
                key.id().toString(),
                key.tenant().toString(),
                key.principal().toString(),
                key.name(),
                key.scopes().stream().map(Scope::text).sorted().toList(),
                key.createdAt(),
                key.expiresAt(),
                key.lastUsedAt(),
                key.revokedAt(),
                token);
    }
}
