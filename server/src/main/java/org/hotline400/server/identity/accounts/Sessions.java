package org.hotline400.server.identity.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.database.DatabaseHealth;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Account;
import org.hotline400.server.identity.AccountSettings;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.internal.KnownCallers;
import org.hotline400.server.identity.internal.Recognition;
import org.hotline400.server.identity.internal.Secret;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.TenantId;
import org.springframework.stereotype.Service;

/// Browsers that are signed in. They are in the database, so any node knows them; the end of one holds
/// everywhere within a second.
@Service
public class Sessions {
    /// Ended ones are kept so long for whoever looks into a break-in.
    private static final Duration KEPT = Duration.ofDays(30);

    /// What somebody may do who must set up a second factor first.
    private static final Set<Scope> HIMSELF_ONLY = Set.of(Scope.write("sessions"));

    private final Transactions transactions;
    private final SessionRows rows;
    private final AccountRows accounts;
    private final AccountSettings settings;
    private final Clock clock;
    private final Recognition recognition;

    Sessions(
            Transactions transactions,
            SessionRows rows,
            AccountRows accounts,
            AccountSettings settings,
            DatabaseHealth database,
            ConfigurationChanges changes,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
        this.recognition = new Recognition(database, clock, this::lookUp);
        changes.subscribe("sessions", recognition::forgetAll);
    }

    /// Begins one for somebody who has proved who he is.
    public NewSession begin(Account account, Browser browser) {
        var now = clock.instant();
        var secret = Secret.random();
        var session = new Session(
                Ids.next(),
                account.tenant(),
                account.principal(),
                now,
                now,
                now.plus(settings.sessionAtMost()),
                browser);
        transactions.asTenant(account.tenant(), () -> {
            rows.forget(account.principal(), now.minus(KEPT));
            rows.insert(session, secret.hash());
            accounts.signedIn(account.principal(), now);
        });
        return new NewSession(session, secret);
    }

    /// Whose this secret is; empty when it is nobody's or the session has ended.
    ///
    /// @throws org.springframework.dao.DataAccessException or TransactionException when only the database
    ///     could tell and it is away
    public Optional<Caller> recognise(Secret secret) {
        return recognition.of(secret.hash());
    }

    /// Looks everybody up again: what somebody may do has changed, and counts here at once. Other nodes hear of it
    /// within a second.
    void recogniseAnew() {
        recognition.forgetAll();
    }

    private Optional<KnownCallers.Known> lookUp(byte[] hash) {
        var now = clock.instant();
        return transactions
                .asOperator(() -> rows.use(hash, now, idleSince(now)))
                .map(holder -> new KnownCallers.Known(caller(holder), now, Optional.of(end(holder, now))));
    }

    private Instant idleSince(Instant now) {
        return now.minus(settings.sessionIdle());
    }

    private Instant end(SessionRows.Holder holder, Instant now) {
        var idle = now.plus(settings.sessionIdle());
        return idle.isBefore(holder.expiresAt()) ? idle : holder.expiresAt();
    }

    private Caller caller(SessionRows.Holder holder) {
        boolean bound =
                settings.operatorSecondFactor() && holder.tenant().equals(TenantId.OPERATOR) && !holder.secondFactor();
        return new Caller(
                holder.tenant(),
                holder.principal(),
                holder.name(),
                holder.roles(),
                bound ? HIMSELF_ONLY : Set.of(Scope.ALL));
    }

    /// Which session this secret is of.
    public Optional<UUID> idOf(TenantId tenant, Secret secret) {
        return transactions.asTenant(tenant, () -> rows.idOf(secret.hash()));
    }

    /// One principal's sessions that hold, at most 200, the oldest first.
    public List<Session> list(TenantId tenant, UUID principal) {
        var now = clock.instant();
        return transactions.asTenant(tenant, () -> rows.list(principal, now, idleSince(now)));
    }

    /// Ends one.
    ///
    /// @return whether this principal has such a session that had not ended
    public boolean end(TenantId tenant, UUID principal, UUID id) {
        var ended = transactions.asTenant(tenant, () -> rows.end(id, principal, clock.instant()));
        recognition.forgetAll();
        return ended;
    }

    /// Ends all of one principal.
    ///
    /// @param but the one that goes on
    public void endAll(TenantId tenant, UUID principal, Optional<Secret> but) {
        transactions.asTenant(tenant, () -> rows.endAll(principal, but.map(Secret::hash), clock.instant()));
        recognition.forgetAll();
    }
}
