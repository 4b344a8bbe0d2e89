package org.hotline400.server.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.hotline400.server.database.DatabaseHealth;
import org.hotline400.server.identity.audit.AuditEntry;
import org.hotline400.server.identity.audit.AuditTrail;
import org.hotline400.server.kernel.Lookout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Writes down what was done, and keeps it for a while when the database is away: what works without the database
/// goes on working. What is kept is written within a second of the database's return, and in the log should the
/// process end before.
@Component
class AuditBacklog extends Lookout {
    private static final Logger LOG = LoggerFactory.getLogger(AuditBacklog.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /// Some 500 bytes each.
    private static final int MOST = 10_000;

    private final AuditTrail trail;
    private final DatabaseHealth database;
    private final Clock clock;
    private final BlockingQueue<Late> late = new ArrayBlockingQueue<>(MOST);

    AuditBacklog(AuditTrail trail, DatabaseHealth database, Clock clock) {
        super("audit-backlog", PAUSE);
        this.trail = trail;
        this.database = database;
        this.clock = clock;
    }

    private record Late(AuditEntry entry, Instant at) {}

    /// Writes an entry, now or later.
    ///
    /// @return false when it could neither be written nor kept
    boolean note(AuditEntry entry) {
        var now = clock.instant();
        return (database.isUp() && isWritten(entry, now)) || isKept(new Late(entry, now));
    }

    private boolean isWritten(AuditEntry entry, Instant at) {
        try {
            trail.note(entry, at);
            return true;
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("an audit entry could not be written yet: {}", e.getMessage());
            return false;
        }
    }

    private boolean isKept(Late one) {
        boolean kept = late.offer(one);
        LOG.warn("audit entry {}: {}", kept ? "to be written later" : "NOT written, refusing its request", one);
        return kept;
    }

    @Override
    protected void lookOut() {
        for (var one = late.peek(); one != null && database.isUp(); one = late.peek()) {
            write(one);
            late.remove();
        }
    }

    /// An entry that the database will never take must not keep back those behind it.
    private void write(Late one) {
        try {
            trail.note(one.entry(), one.at());
        } catch (DataIntegrityViolationException e) {
            LOG.error("audit entry NOT written, the database refuses it: {}", one, e);
        }
    }
}
