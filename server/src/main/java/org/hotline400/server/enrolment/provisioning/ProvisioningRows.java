package org.hotline400.server.enrolment.provisioning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables of provisioning. Every method runs in the caller's transaction.
@Repository
class ProvisioningRows {
    private static final String SELECT =
            "select application, attempts, problem_en, problem_zh, next_at, done_at" + " from enrolment.provisionings";

    private final JdbcClient jdbc;

    ProvisioningRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Notes that an application is to be put into service, from now on; once.
    void note(ApplicationId application, TenantId tenant, Instant now) {
        jdbc.sql("insert into enrolment.provisionings (tenant, application, attempts, next_at, created_at)"
                        + " values (:tenant, :application, 0, :now, :now) on conflict (application) do nothing")
                .param("tenant", tenant.value())
                .param("application", application.value())
                .param("now", SqlTime.of(now))
                .update();
    }

    /// Begins an attempt that is due: nobody else begins one until the lease is over, be it that this process
    /// dies.
    ///
    /// @return how many it makes; empty when none is due
    Optional<Integer> begin(ApplicationId application, Instant now, Duration lease) {
        return jdbc.sql("update enrolment.provisionings set attempts = attempts + 1, next_at = :lease"
                        + " where application = :application and done_at is null and next_at <= :now"
                        + " returning attempts")
                .param("application", application.value())
                .param("now", SqlTime.of(now))
                .param("lease", SqlTime.of(now.plus(lease)))
                .query(Integer.class)
                .optional();
    }

    void failed(ApplicationId application, Provisioning.Problem problem, Optional<Instant> next) {
        jdbc.sql("update enrolment.provisionings set problem_en = :en, problem_zh = :zh, next_at = :next"
                        + " where application = :application and done_at is null")
                .param("en", problem.english())
                .param("zh", problem.chinese())
                .param("next", next.map(SqlTime::of).orElse(null))
                .param("application", application.value())
                .update();
    }

    void done(ApplicationId application, Instant now) {
        jdbc.sql("update enrolment.provisionings set problem_en = null, problem_zh = null, next_at = null,"
                        + " done_at = :now where application = :application and done_at is null")
                .param("now", SqlTime.of(now))
                .param("application", application.value())
                .update();
    }

    /// Lets one that waits, or was given up, be due now, with all its attempts before it.
    ///
    /// @return false when there is none, or it is done
    boolean renew(ApplicationId application, Instant now) {
        return jdbc.sql("update enrolment.provisionings set attempts = 0, next_at = ?"
                                + " where application = ? and done_at is null")
                        .params(SqlTime.of(now), application.value())
                        .update()
                > 0;
    }

    /// Those that are due, the longest first.
    List<ApplicationId> due(Instant now, int most) {
        return jdbc.sql("select application from enrolment.provisionings where done_at is null and next_at <= ?"
                        + " order by next_at limit ?")
                .params(SqlTime.of(now), most)
                .query((row, _) -> new ApplicationId(row.getObject(1, UUID.class)))
                .list();
    }

    Optional<Provisioning> find(ApplicationId application) {
        return jdbc.sql(SELECT + " where application = ?")
                .param(application.value())
                .query(ProvisioningRows::provisioning)
                .optional();
    }

    private static Provisioning provisioning(ResultSet row, int index) throws SQLException {
        var english = row.getString("problem_en");
        var chinese = row.getString("problem_zh");
        return new Provisioning(
                new ApplicationId(row.getObject("application", UUID.class)),
                row.getInt("attempts"),
                english == null ? Optional.empty() : Optional.of(new Provisioning.Problem(english, chinese)),
                SqlTime.readIfPresent(row, "next_at"),
                SqlTime.readIfPresent(row, "done_at"));
    }

    /// A number that is in service and has had no call yet, as far as its application says.
    record Silent(ApplicationId application, TenantId tenant, HotlineNumber number, Instant since) {}

    /// In the order of their applications.
    ///
    /// @param after start behind this one
    List<Silent> silent(Optional<ApplicationId> after, int most) {
        return jdbc.sql("select a.id, a.tenant, y.number, p.done_at from enrolment.applications a"
                        + " join enrolment.provisionings p on p.application = a.id and p.done_at is not null"
                        + " join enrolment.payments y on y.application = a.id"
                        + " where a.state = 'provisioned' and a.id > :after order by a.id limit :most")
                .param("after", after.map(ApplicationId::value).orElse(new UUID(0, 0)))
                .param("most", most)
                .query((row, _) -> new Silent(
                        new ApplicationId(row.getObject("id", UUID.class)),
                        new TenantId(row.getObject("tenant", UUID.class)),
                        new HotlineNumber(row.getString("number")),
                        SqlTime.read(row, "done_at")))
                .list();
    }
}
