package org.hotline400.server.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.hotline400.server.database.DatabaseHealth;
import org.hotline400.server.identity.Caller;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Tells whose a secret is.
///
/// One that was recognised lately is recognised for a while without the database, so that the API answers
/// from memory what it can while the database is away.
public final class Recognition {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration WITHOUT_DATABASE = Duration.ofMinutes(15);

    private final DatabaseHealth database;
    private final Clock clock;
    private final Function<byte[], Optional<KnownCallers.Known>> lookUp;
    private final KnownCallers known = new KnownCallers();

    /// @param lookUp finds in the database whose a secret with this hash is
    public Recognition(DatabaseHealth database, Clock clock, Function<byte[], Optional<KnownCallers.Known>> lookUp) {
        this.database = database;
        this.clock = clock;
        this.lookUp = lookUp;
    }

    public void forgetAll() {
        known.forgetAll();
    }

    /// Whose the secret with this hash is; empty when it is nobody's, expired or revoked.
    ///
    /// @throws DataAccessException or TransactionException when only the database could tell and it is away
    public Optional<Caller> of(byte[] hash) {
        var now = clock.instant();
        var remembered = known.find(hash);
        if (database.isUp()
                && remembered.filter(one -> one.isYoungerThan(FRESH, now)).isPresent()) {
            return caller(remembered);
        }
        try {
            return caller(lookUpAndRemember(hash));
        } catch (DataAccessException | TransactionException e) {
            return caller(Optional.of(remembered
                    .filter(one -> one.isYoungerThan(WITHOUT_DATABASE, now))
                    .orElseThrow(() -> e)));
        }
    }

    private Optional<Caller> caller(Optional<KnownCallers.Known> found) {
        return found.filter(one -> !one.isExpired(clock.instant())).map(KnownCallers.Known::caller);
    }

    private Optional<KnownCallers.Known> lookUpAndRemember(byte[] hash) {
        var found = lookUp.apply(hash);
        found.ifPresent(one -> known.remember(hash, one));
        return found;
    }
}
