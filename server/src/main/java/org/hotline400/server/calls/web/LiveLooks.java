package org.hotline400.server.calls.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.UUID;
import org.hotline400.server.database.DatabaseHealth;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.audit.AuditEntry;
import org.hotline400.server.identity.audit.AuditTrail;
import org.hotline400.server.identity.audit.Reveals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Who sees the numbers of the callers on the line now. A board asks every second: a look is written down once in ten
/// minutes for each who looks. One that cannot be written, because the database is away, sees masked numbers: the board
/// itself goes on.
@Component
class LiveLooks {
    private static final Logger LOG = LoggerFactory.getLogger(LiveLooks.class);
    private static final Duration ONE_LOOK = Duration.ofMinutes(10);
    private static final int MOST = 10_000;

    private final AuditTrail trail;
    private final DatabaseHealth database;
    private final Cache<UUID, Boolean> noted =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(ONE_LOOK).build();

    LiveLooks(AuditTrail trail, DatabaseHealth database) {
        this.trail = trail;
        this.database = database;
    }

    boolean seesNumbers(Caller caller) {
        return caller.may(Scope.read(Reveals.CLEAR_NUMBERS))
                && (noted.getIfPresent(caller.principal()) != null || (database.isUp() && isNoted(caller)));
    }

    private boolean isNoted(Caller caller) {
        try {
            trail.note(new AuditEntry(
                    caller.tenant(),
                    caller.principal(),
                    caller.name(),
                    "/api/v1/calls/live GET",
                    "",
                    "asks for clear-numbers, for ten minutes",
                    ""));
            noted.put(caller.principal(), true);
            return true;
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the numbers of live calls are masked, looks cannot be written down: {}", e.getMessage());
            return false;
        }
    }
}
