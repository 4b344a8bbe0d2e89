package org.hotline400.server.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.database.DatabaseHealth;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.internal.ApiKeyRows;
import org.hotline400.server.identity.internal.KnownCallers;
import org.hotline400.server.identity.internal.Token;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/// Makes, revokes and recognises API keys.
///
/// A key recognised lately is recognised for a while without the database, so that the API answers from
/// memory what it can while the database is away. A revocation holds everywhere within a second.
@Service
public class ApiKeys {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration WITHOUT_DATABASE = Duration.ofMinutes(15);

    private final Transactions transactions;
    private final ApiKeyRows rows;
    private final DatabaseHealth database;
    private final Clock clock;
    private final KnownCallers known = new KnownCallers();

    ApiKeys(
            Transactions transactions,
            ApiKeyRows rows,
            DatabaseHealth database,
            ConfigurationChanges changes,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.database = database;
        this.clock = clock;
        changes.subscribe("api-keys", known::forgetAll);
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
        known.forgetAll();
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
        return Token.parse(text).map(Token::hash).flatMap(this::authenticate);
    }

    private Optional<Caller> authenticate(byte[] hash) {
        var now = clock.instant();
        var remembered = known.find(hash);
        if (database.isUp()
                && remembered.filter(one -> one.isYoungerThan(FRESH, now)).isPresent()) {
            return caller(remembered);
        }
        try {
            return caller(lookUp(hash));
        } catch (DataAccessException | TransactionException e) {
            return caller(Optional.of(remembered
                    .filter(one -> one.isYoungerThan(WITHOUT_DATABASE, now))
                    .orElseThrow(() -> e)));
        }
    }

    private Optional<Caller> caller(Optional<KnownCallers.Known> found) {
        return found.filter(one -> !one.isExpired(clock.instant())).map(KnownCallers.Known::caller);
    }

    private Optional<KnownCallers.Known> lookUp(byte[] hash) {
        var found = transactions.asOperator(() -> rows.use(hash, clock.instant()));
        found.ifPresent(one -> known.remember(hash, one));
        return found;
    }
}
