package org.hotline400.server.enrolment.register.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.enrolment.register.Reverification;
import org.hotline400.server.enrolment.register.Reverification.Check;
import org.hotline400.server.enrolment.register.Reverification.Confirmation;
import org.hotline400.server.enrolment.register.ReverificationState;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `enrolment.re_verifications`. Every method runs in the caller's transaction and finds what that may see.
@Repository
public class ReverificationRows {
    private final JdbcClient jdbc;

    public ReverificationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Reverification one) {
        jdbc.sql("""
                insert into enrolment.re_verifications (tenant, id, entry, number, state, due_at)
                values (?, ?, ?, ?, ?, ?)
                """)
                .params(
                        one.tenant().value(),
                        one.id(),
                        one.entry(),
                        one.number().digits(),
                        one.state().code(),
                        SqlTime.of(one.dueAt()))
                .update();
    }

    public Optional<Reverification> lock(UUID id) {
        return jdbc.sql("select * from enrolment.re_verifications where id = ? for update")
                .param(id)
                .query(ReverificationRows::reverification)
                .optional();
    }

    /// The one of an entry that is not over, locked.
    public Optional<Reverification> open(TenantId tenant, UUID entry) {
        return jdbc.sql("""
                        select * from enrolment.re_verifications
                         where tenant = ? and entry = ? and state not in ('passed', 'ended') for update
                        """)
                .params(tenant.value(), entry)
                .query(ReverificationRows::reverification)
                .optional();
    }

    /// Those in this state that are due before, locked.
    public List<Reverification> due(ReverificationState state, Instant before, int most) {
        return jdbc.sql("""
                        select * from enrolment.re_verifications where state = ? and due_at <= ?
                         order by due_at limit ? for update skip locked
                        """)
                .params(state.code(), SqlTime.of(before), most)
                .query(ReverificationRows::reverification)
                .list();
    }

    /// In the order of their ids.
    ///
    /// @param states only those; empty: all
    public List<Reverification> list(Set<ReverificationState> states, Optional<UUID> after, int limit) {
        return jdbc.sql("""
                        select * from enrolment.re_verifications
                         where (cast(:after as uuid) is null or id > :after)
                           and (cardinality(cast(:states as text[])) = 0 or state = any(:states))
                         order by id limit :limit
                        """)
                .param("after", after.orElse(null))
                .param("states", states.stream().map(ReverificationState::code).toArray(String[]::new))
                .param("limit", limit)
                .query(ReverificationRows::reverification)
                .list();
    }

    public void store(Reverification one) {
        jdbc.sql("""
                update enrolment.re_verifications
                   set state = :state, asked_at = :askedAt, confirmed_at = :confirmedAt, confirmed_by = :confirmedBy,
                       accurate = :accurate, statement = :statement, checked_at = :checkedAt, checked_by = :checkedBy,
                       note = :note
                 where tenant = :tenant and id = :id
                """)
                .param("tenant", one.tenant().value())
                .param("id", one.id())
                .param("state", one.state().code())
                .param("askedAt", one.askedAt().map(SqlTime::of).orElse(null))
                .param(
                        "confirmedAt",
                        one.confirmation().map(said -> SqlTime.of(said.at())).orElse(null))
                .param("confirmedBy", one.confirmation().map(Confirmation::by).orElse(""))
                .param(
                        "accurate",
                        one.confirmation().map(Confirmation::accurate).orElse(null))
                .param(
                        "statement",
                        one.confirmation().map(Confirmation::statement).orElse(""))
                .param(
                        "checkedAt",
                        one.check().map(said -> SqlTime.of(said.at())).orElse(null))
                .param("checkedBy", one.check().map(Check::by).orElse(""))
                .param("note", one.check().map(Check::note).orElse(""))
                .update();
    }

    private static Reverification reverification(ResultSet row, int index) throws SQLException {
        var accurate = row.getBoolean("accurate");
        var confirmedBy = row.getString("confirmed_by");
        var statement = row.getString("statement");
        var checkedBy = row.getString("checked_by");
        var note = row.getString("note");
        return new Reverification(
                row.getObject("id", UUID.class),
                new TenantId(row.getObject("tenant", UUID.class)),
                row.getObject("entry", UUID.class),
                new HotlineNumber(row.getString("number")),
                ReverificationState.of(row.getString("state")),
                SqlTime.read(row, "due_at"),
                SqlTime.readIfPresent(row, "asked_at"),
                SqlTime.readIfPresent(row, "confirmed_at")
                        .map(at -> new Confirmation(at, confirmedBy, accurate, statement)),
                SqlTime.readIfPresent(row, "checked_at").map(at -> new Check(at, checkedBy, note)));
    }
}
