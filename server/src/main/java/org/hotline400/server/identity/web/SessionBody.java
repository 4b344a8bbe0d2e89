package org.hotline400.server.identity.web;

import java.time.Instant;
import org.hotline400.server.identity.accounts.Session;

/// A session on the wire.
///
/// @param seenAt to the minute or so
/// @param expiresAt however busy it is
/// @param agent what the browser says it is
/// @param current whether the request came by it
record SessionBody(
        String id,
        String user,
        Instant createdAt,
        Instant seenAt,
        Instant expiresAt,
        String address,
        String agent,
        boolean current) {

    static SessionBody of(Session session, boolean current) {
        return new SessionBody(
                session.id().toString(),
                session.principal().toString(),
                session.createdAt(),
                session.seenAt(),
                session.expiresAt(),
                session.browser().address(),
                session.browser().agent(),
                current);
    }
}
