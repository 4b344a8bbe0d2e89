package org.hotline400.server.enrolment.retention.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.vault.Signatures.Signature;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What has been kept for its time, and its end. Every method runs in the caller's transaction.
@Repository
public class RetentionRows {
    private static final String EXPIRED = """
            select a.id, a.tenant, a.state from enrolment.applications a
             where a.persons_deleted_at is null
               and not exists (select from enrolment.legal_holds h where h.application = a.id and h.released_at is null)
               and ((a.state in ('draft', 'withdrawn', 'rejected', 'lapsed') and a.changed_at <= :unfinished)
                    or (a.state in ('provisioned', 'live')
                        and exists (select from enrolment.register_entries e
                                     where e.application = a.id and e.ended_at <= :ended)))
            """;

    private final JdbcClient jdbc;

    public RetentionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param unfinished what came to nothing and was touched last before this
    /// @param ended what left its holder before this
    public record Limits(Instant unfinished, Instant ended) {}

    /// What may be deleted.
    public record Expired(ApplicationId application, TenantId tenant, ApplicationState state) {}

    /// In the order of their ids.
    public List<Expired> expired(Limits limits, Optional<ApplicationId> after, int most) {
        return bound(EXPIRED + " and (cast(:after as uuid) is null or a.id > :after) order by a.id limit :most", limits)
                .param("after", after.map(ApplicationId::value).orElse(null))
                .param("most", most)
                .query(RetentionRows::expired)
                .list();
    }

    /// One of them, locked, if it still is one and nobody else has it in hand.
    public Optional<Expired> lock(Limits limits, ApplicationId id) {
        return bound(EXPIRED + " and a.id = :id for update of a skip locked", limits)
                .param("id", id.value())
                .query(RetentionRows::expired)
                .optional();
    }

    private JdbcClient.StatementSpec bound(String sql, Limits limits) {
        return jdbc.sql(sql)
                .param("unfinished", SqlTime.of(limits.unfinished()))
                .param("ended", SqlTime.of(limits.ended()));
    }

    private static Expired expired(ResultSet row, int index) throws SQLException {
        return new Expired(
                new ApplicationId(row.getObject("id", UUID.class)),
                new TenantId(row.getObject("tenant", UUID.class)),
                ApplicationState.of(row.getString("state")));
    }

    /// Notes that an application was emptied, and removes what its applicant was told.
    public void emptied(ApplicationId id, Instant at) {
        jdbc.sql("update enrolment.applications set persons_deleted_at = ? where id = ?")
                .params(SqlTime.of(at), id.value())
                .update();
        jdbc.sql("delete from enrolment.messages where application = ?")
                .param(id.value())
                .update();
    }

    public void certify(Expired gone, Instant at, String text, Signature signature) {
        jdbc.sql("""
                insert into enrolment.deletion_certificates (tenant, application, deleted_at, text, signature, key)
                values (?, ?, ?, ?, ?, ?)
                """)
                .params(
                        gone.tenant().value(),
                        gone.application().value(),
                        SqlTime.of(at),
                        text,
                        signature.bytes(),
                        signature.key())
                .update();
    }

    /// A certificate as it is kept.
    public record Kept(Instant deletedAt, String text, Signature signature) {}

    public Optional<Kept> certificate(ApplicationId id) {
        return jdbc.sql("select * from enrolment.deletion_certificates where application = ?")
                .param(id.value())
                .query((row, _) -> new Kept(
                        SqlTime.read(row, "deleted_at"),
                        row.getString("text"),
                        new Signature(row.getObject("key", UUID.class), row.getBytes("signature"))))
                .optional();
    }
}
