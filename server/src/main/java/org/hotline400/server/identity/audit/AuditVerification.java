package org.hotline400.server.identity.audit;

import java.util.List;
import java.util.Optional;
import org.hotline400.server.identity.audit.AuditReport.Broken;
import org.hotline400.server.identity.audit.AuditReport.Kind;
import org.hotline400.server.identity.internal.AuditRows;
import org.hotline400.server.kernel.TenantId;

/// Walks one tenant's chain from its first entry to its head, a thousand entries at a time. Entries that are appended
/// meanwhile are not looked at.
final class AuditVerification {
    private static final int AT_ONCE = 1_000;

    private final AuditRows rows;
    private final TenantId tenant;
    private final Optional<AuditHead> published;
    private AuditHash last = AuditHash.START;
    private long intact;

    AuditVerification(AuditRows rows, TenantId tenant, Optional<AuditHead> published) {
        this.rows = rows;
        this.tenant = tenant;
        this.published = published;
    }

    /// In the caller's transaction.
    AuditReport run() {
        var stored = rows.head(tenant);
        var head = stored.orElse(AuditHead.start(tenant));
        // A chain without its head is looked at as far as it goes.
        long end = stored.map(AuditHead::sequence).orElse(Long.MAX_VALUE);
        var broken = walk(end).or(() -> atItsEnd(head)).or(() -> beyond(head));
        return new AuditReport(head, intact, broken);
    }

    private Optional<Broken> walk(long end) {
        while (intact < end) {
            List<ChainedEntry> some = rows.oldest(tenant, intact, end, AT_ONCE);
            if (some.isEmpty()) {
                return Optional.empty();
            }
            for (var entry : some) {
                var fault = fault(entry);
                if (fault.isPresent()) {
                    return fault;
                }
                intact = entry.sequence();
                last = entry.hash();
            }
        }
        return Optional.empty();
    }

    private Optional<Broken> fault(ChainedEntry entry) {
        long expected = intact + 1;
        if (entry.sequence() != expected) {
            return Optional.of(new Broken(expected, Kind.MISSING));
        }
        if (!AuditChain.link(last, expected, entry.at(), entry.entry()).equals(entry)) {
            return Optional.of(new Broken(expected, Kind.CHANGED));
        }
        return published
                .filter(head -> head.sequence() == expected && !head.hash().equals(entry.hash()))
                .map(head -> new Broken(expected, Kind.NOT_AS_PUBLISHED));
    }

    private Optional<Broken> atItsEnd(AuditHead head) {
        if (intact < head.sequence()) {
            return Optional.of(new Broken(intact + 1, Kind.CUT_OFF));
        }
        return last.equals(head.hash()) ? Optional.empty() : Optional.of(new Broken(intact, Kind.HEAD));
    }

    private Optional<Broken> beyond(AuditHead head) {
        return published
                .filter(one -> one.sequence() > head.sequence())
                .map(one -> new Broken(head.sequence() + 1, Kind.NOT_AS_PUBLISHED));
    }
}
