package org.hotline400.server.enrolment.retention.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.retention.LegalHold;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `enrolment.legal_holds`. Every method runs in the caller's transaction.
@Repository
public class HoldRows {
    private final JdbcClient jdbc;

    public HoldRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The one that is in force.
    public Optional<LegalHold> find(ApplicationId application) {
        return jdbc.sql("select * from enrolment.legal_holds where application = ? and released_at is null")
                .param(application.value())
                .query((row, _) -> new LegalHold(
                        application,
                        new TenantId(row.getObject("tenant", UUID.class)),
                        row.getString("reason"),
                        row.getString("set_by"),
                        SqlTime.read(row, "set_at")))
                .optional();
    }

    /// Does nothing when one is in force.
    public void set(LegalHold hold) {
        jdbc.sql("""
                insert into enrolment.legal_holds (tenant, id, application, reason, set_by, set_at)
                values (?, ?, ?, ?, ?, ?) on conflict (application) where released_at is null do nothing
                """)
                .params(
                        hold.tenant().value(),
                        Ids.next(),
                        hold.application().value(),
                        hold.reason(),
                        hold.setBy(),
                        SqlTime.of(hold.setAt()))
                .update();
    }

    public void release(ApplicationId application, String by, Instant at) {
        jdbc.sql("""
                update enrolment.legal_holds set released_by = ?, released_at = ?
                 where application = ? and released_at is null
                """).params(by, SqlTime.of(at), application.value()).update();
    }
}
