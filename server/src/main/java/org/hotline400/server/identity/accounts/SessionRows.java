package org.hotline400.server.identity.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.identity.Role;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `identity.sessions`. Every method runs in the caller's transaction.
@Repository
class SessionRows {
    private final JdbcClient jdbc;

    SessionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Whose a session is.
    ///
    /// @param secondFactor whether he has one
    record Holder(
            TenantId tenant, UUID principal, String name, Set<Role> roles, boolean secondFactor, Instant expiresAt) {}

    void insert(Session session, byte[] hash) {
        jdbc.sql("""
                        insert into identity.sessions
                            (id, tenant, principal, hash, created_at, seen_at, expires_at, address, agent)
                        values (:id, :tenant, :principal, :hash, :created, :created, :expires, :address, :agent)
                        """)
                .param("id", session.id())
                .param("tenant", session.tenant().value())
                .param("principal", session.principal())
                .param("hash", hash)
                .param("created", SqlTime.of(session.createdAt()))
                .param("expires", SqlTime.of(session.expiresAt()))
                .param("address", session.browser().address())
                .param("agent", session.browser().agent())
                .update();
    }

    /// Finds whose a session is that holds, and notes that it was seen.
    ///
    /// @param idleSince it ended when it was not seen since
    Optional<Holder> use(byte[] hash, Instant now, Instant idleSince) {
        return jdbc.sql("""
                        update identity.sessions s set seen_at = :now
                          from identity.principals p, identity.accounts a
                         where s.hash = :hash and s.ended_at is null and s.expires_at > :now and s.seen_at > :idle
                           and p.id = s.principal and a.principal = s.principal and a.state = 'active'
                        returning s.tenant, s.principal, p.name, s.expires_at, a.totp_since is not null as second,
                            array(select role from identity.roles r
                                   where r.tenant = s.tenant and r.principal = s.principal) as roles
                        """)
                .param("now", SqlTime.of(now))
                .param("idle", SqlTime.of(idleSince))
                .param("hash", hash)
                .query((row, index) -> holder(row))
                .optional();
    }

    private static Holder holder(ResultSet row) throws SQLException {
        return new Holder(
                new TenantId(row.getObject("tenant", UUID.class)),
                row.getObject("principal", UUID.class),
                row.getString("name"),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::of)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getBoolean("second"),
                SqlTime.read(row, "expires_at"));
    }

    Optional<UUID> idOf(byte[] hash) {
        return jdbc.sql("select id from identity.sessions where hash = ?")
                .param(hash)
                .query(UUID.class)
                .optional();
    }

    /// Those that hold, the oldest first.
    List<Session> list(UUID principal, Instant now, Instant idleSince) {
        return jdbc.sql("""
                        select * from identity.sessions
                         where principal = ? and ended_at is null and expires_at > ? and seen_at > ?
                         order by id limit 200
                        """)
                .params(principal, SqlTime.of(now), SqlTime.of(idleSince))
                .query(SessionRows::session)
                .list();
    }

    private static Session session(ResultSet row, int index) throws SQLException {
        return new Session(
                row.getObject("id", UUID.class),
                new TenantId(row.getObject("tenant", UUID.class)),
                row.getObject("principal", UUID.class),
                SqlTime.read(row, "created_at"),
                SqlTime.read(row, "seen_at"),
                SqlTime.read(row, "expires_at"),
                new Browser(row.getString("address"), row.getString("agent")));
    }

    /// @return whether this principal has such a session that had not ended
    boolean end(UUID id, UUID principal, Instant now) {
        return jdbc.sql("""
                        update identity.sessions set ended_at = ? where id = ? and principal = ? and ended_at is null
                        """).params(SqlTime.of(now), id, principal).update() == 1;
    }

    /// Ends all of one principal but one, or all.
    void endAll(UUID principal, Optional<byte[]> but, Instant now) {
        jdbc.sql("""
                        update identity.sessions set ended_at = :now
                         where principal = :principal and ended_at is null
                           and (cast(:but as bytea) is null or hash <> :but)
                        """)
                .param("now", SqlTime.of(now))
                .param("principal", principal)
                .param("but", but.orElse(null))
                .update();
    }

    /// Forgets what ended or ran out before this.
    void forget(UUID principal, Instant before) {
        jdbc.sql("delete from identity.sessions where principal = ? and (ended_at < ? or expires_at < ?)")
                .params(principal, SqlTime.of(before), SqlTime.of(before))
                .update();
    }
}
