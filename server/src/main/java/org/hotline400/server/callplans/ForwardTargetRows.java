package org.hotline400.server.callplans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of confirmed lines and of the calls that confirm them. Every method runs in its caller's transaction.
@Repository
class ForwardTargetRows {
    private static final String COLUMNS = "line, confirmed_at, expires_at, tries_left, author";

    private final JdbcClient jdbc;

    ForwardTargetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A code on its way to a line.
    // An array on purpose: bytes on their way into a column.
    @SuppressWarnings("ArrayRecordComponent")
    record Opened(TenantId tenant, Target.Line line, byte[] hash, Instant expires, int tries, String author) {}

    /// A code that may be tried.
    // An array on purpose: bytes on their way out of a column.
    @SuppressWarnings("ArrayRecordComponent")
    record Open(byte[] hash, int triesLeft) {}

    Set<String> confirmed(TenantId tenant) {
        return jdbc.sql("select line from callplans.forward_targets where tenant = ? and confirmed_at is not null")
                .param(tenant.value())
                .query(String.class)
                .set();
    }

    List<ForwardTarget> all(TenantId tenant) {
        return jdbc.sql("select " + COLUMNS
                        + " from callplans.forward_targets where tenant = ? order by line limit 1000")
                .param(tenant.value())
                .query(ForwardTargetRows::target)
                .list();
    }

    Optional<ForwardTarget> find(TenantId tenant, Target.Line line) {
        return jdbc.sql("select " + COLUMNS + " from callplans.forward_targets where tenant = ? and line = ?")
                .params(tenant.value(), line.number())
                .query(ForwardTargetRows::target)
                .optional();
    }

    /// Two that ask for one line at once are counted one after the other.
    void oneAtATime(Target.Line line) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('forward-target' || ?, 0))")
                .param(line.number())
                .query((row, index) -> index)
                .single();
    }

    int callsTo(Target.Line line, Instant since) {
        return jdbc.sql("select count(*) from callplans.confirmation_calls where line = ? and at > ?")
                .params(line.number(), SqlTime.of(since))
                .query(Integer.class)
                .single();
    }

    int callsOf(TenantId tenant, Instant since) {
        return jdbc.sql("select count(*) from callplans.confirmation_calls where tenant = ? and at > ?")
                .params(tenant.value(), SqlTime.of(since))
                .query(Integer.class)
                .single();
    }

    void noteCall(TenantId tenant, Target.Line line, Instant at) {
        jdbc.sql("insert into callplans.confirmation_calls (tenant, id, line, at) values (?, ?, ?, ?)")
                .params(tenant.value(), Ids.next(), line.number(), SqlTime.of(at))
                .update();
    }

    void open(Opened code, Instant at) {
        jdbc.sql("insert into callplans.forward_targets"
                        + " (tenant, line, code, expires_at, tries_left, author, changed_at) values (?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (tenant, line) do update set code = excluded.code,"
                        + " expires_at = excluded.expires_at, tries_left = excluded.tries_left,"
                        + " author = excluded.author, changed_at = excluded.changed_at")
                .params(
                        code.tenant().value(),
                        code.line().number(),
                        code.hash(),
                        SqlTime.of(code.expires()),
                        code.tries(),
                        code.author(),
                        SqlTime.of(at))
                .update();
    }

    /// Uses up one try of the code that is open; empty when none is.
    Optional<Open> takeTry(TenantId tenant, Target.Line line, Instant now) {
        return jdbc.sql("update callplans.forward_targets set tries_left = tries_left - 1, changed_at = :now"
                        + " where tenant = :tenant and line = :line and code is not null and expires_at > :now"
                        + " and tries_left > 0 returning code, tries_left")
                .param("tenant", tenant.value())
                .param("line", line.number())
                .param("now", SqlTime.of(now))
                .query((row, index) -> new Open(row.getBytes("code"), row.getInt("tries_left")))
                .optional();
    }

    void confirm(TenantId tenant, Target.Line line, Instant at) {
        jdbc.sql("update callplans.forward_targets set confirmed_at = :at, code = null, expires_at = null,"
                        + " tries_left = 0, changed_at = :at where tenant = :tenant and line = :line")
                .param("tenant", tenant.value())
                .param("line", line.number())
                .param("at", SqlTime.of(at))
                .update();
    }

    void vouch(TenantId tenant, Target.Line line, String author, Instant at) {
        jdbc.sql("insert into callplans.forward_targets (tenant, line, confirmed_at, tries_left, author, changed_at)"
                        + " values (:tenant, :line, :at, 0, :author, :at) on conflict (tenant, line) do update"
                        + " set confirmed_at = excluded.confirmed_at, code = null, expires_at = null, tries_left = 0,"
                        + " author = excluded.author, changed_at = excluded.changed_at")
                .param("tenant", tenant.value())
                .param("line", line.number())
                .param("author", author)
                .param("at", SqlTime.of(at))
                .update();
    }

    boolean remove(TenantId tenant, Target.Line line) {
        return jdbc.sql("delete from callplans.forward_targets where tenant = ? and line = ?")
                        .params(tenant.value(), line.number())
                        .update()
                == 1;
    }

    private static ForwardTarget target(ResultSet row, int index) throws SQLException {
        return new ForwardTarget(
                new Target.Line(row.getString("line")),
                SqlTime.readIfPresent(row, "confirmed_at").orElse(null),
                SqlTime.readIfPresent(row, "expires_at").orElse(null),
                row.getInt("tries_left"),
                row.getString("author"));
    }
}
