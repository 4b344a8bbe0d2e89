package org.hotline400.server.identity.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.internal.AuditRows;
import org.hotline400.server.identity.internal.RequestPlace;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/// Writes down who did what, when and from where.
///
/// Requests are written down by themselves: all that may change something, and those that show what belongs to a
/// person ([Reveals]). Call this for what is no request, or says more than its route: a sign-in, a look by a job.
@Service
public class AuditTrail {
    private final Transactions transactions;
    private final AuditRows rows;
    private final Clock clock;

    AuditTrail(Transactions transactions, AuditRows rows, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.clock = clock;
    }

    /// Writes an entry, in the transaction going on, so that it is there exactly when its change is, or else in one of
    /// its own. Until that transaction ends nobody else appends to the tenant's chain: make it the last step.
    ///
    /// @throws DataAccessException or TransactionException when it could not be written
    public void note(AuditEntry entry) {
        note(entry, clock.instant());
    }

    /// Writes down late what was done at `at`.
    public void note(AuditEntry entry, Instant at) {
        var placed = entry.address().isEmpty() ? entry.from(RequestPlace.current()) : entry;
        transactions.asTenant(placed.tenant(), () -> rows.append(placed, at));
    }

    /// A tenant's entries, newest first.
    ///
    /// @param before start behind this sequence
    public Page<ChainedEntry> list(TenantId tenant, AuditQuery query, Optional<Long> before, int limit) {
        List<ChainedEntry> found = transactions.asTenant(
                tenant, () -> rows.newest(tenant, query, before.orElse(Long.MAX_VALUE), limit + 1));
        return Page.of(found, limit, entry -> Long.toString(entry.sequence()));
    }

    /// Where a tenant's chain ends.
    public AuditHead head(TenantId tenant) {
        return transactions.asTenant(tenant, () -> rows.head(tenant)).orElse(AuditHead.start(tenant));
    }

    /// Computes a tenant's chain anew.
    ///
    /// @param published a head that was written down once: the chain must have it still
    public AuditReport verify(TenantId tenant, Optional<AuditHead> published) {
        return transactions.asTenant(tenant, () -> new AuditVerification(rows, tenant, published).run());
    }
}
