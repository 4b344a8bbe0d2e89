package org.hotline400.server.identity;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.database.DatabaseHealth;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.internal.ApiKeyRows;
import org.hotline400.server.identity.internal.Recognition;
import org.hotline400.server.identity.internal.Token;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/// Makes, revokes and recognises API keys.
///
/// A key recognised lately is recognised for a while without the database, so that the API answers from
/// memory what it can while the database is away. A revocation holds everywhere within a second.
@Service
public class ApiKeys {
    private final Transactions transactions;
    private final ApiKeyRows rows;
    private final Clock clock;
    private final Recognition recognition;

    ApiKeys(
            Transactions transactions,
            ApiKeyRows rows,
            DatabaseHealth database,
            ConfigurationChanges changes,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.clock = clock;
        this.recognition = new Recognition(
                database, clock, hash -> transactions.asOperator(() -> rows.use(hash, clock.instant())));
        changes.subscribe("api-keys", recognition::forgetAll);
    }

    /// Makes a key.
    ///
    /// @throws IllegalArgumentException when the tenant has no such principal
    public IssuedApiKey issue(ApiKeyOrder order) {
        var token = Token.random();
        var key = new ApiKey(
                Ids.next(),
                order.tenant(),
                order.principal(),
                order.name(),
                order.scopes(),
                clock.instant(),
                order.expiresAt(),
                Optional.empty(),
                Optional.empty());
        transactions.asTenant(order.tenant(), () -> rows.insert(key, token.hash()));
        return new IssuedApiKey(key, token.text());
    }

    /// Ends a key for good.
    ///
    /// @return whether the tenant has such a key that held until now
    public boolean revoke(TenantId tenant, UUID id) {
        var revoked = transactions.asTenant(tenant, () -> rows.revoke(id, clock.instant()));
        recognition.forgetAll();
        return revoked;
    }

    /// A tenant's keys, the revoked ones too, oldest first.
    public Page<ApiKey> list(TenantId tenant, Optional<UUID> after, int limit) {
        var keys = transactions.asTenant(tenant, () -> rows.list(after, limit + 1));
        return Page.of(keys, limit, key -> key.id().toString());
    }

    /// Whose token this is; empty when it is nobody's, expired or revoked.
    ///
    /// @throws DataAccessException or TransactionException when only the database could tell and it is away
    public Optional<Caller> authenticate(String text) {
        return Token.parse(text).map(Token::hash).flatMap(recognition::of);
    }
}
