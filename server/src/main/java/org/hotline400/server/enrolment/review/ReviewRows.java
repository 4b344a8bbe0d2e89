package org.hotline400.server.enrolment.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.provisioning.Provisioning;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.grading.NumberClass;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the desk reads of applications, their payments and provisionings. Every method runs in the caller's
/// transaction.
@Repository
class ReviewRows {
    private static final String TABLES = " from enrolment.applications a"
            + " left join enrolment.payments m on m.application = a.id"
            + " left join enrolment.provisionings p on p.application = a.id";
    private static final String DESK = Stream.of(ReviewFilter.Stage.WAITING, ReviewFilter.Stage.IN_REVIEW)
            .map(ReviewFilter.Stage::condition)
            .collect(Collectors.joining(" or ", "(", ")"));
    /// Those without a promise come last.
    private static final String DUE = "coalesce(a.due_at, 'infinity')";

    private final JdbcClient jdbc;

    ReviewRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What is due first comes first.
    List<QueuedApplication> queue(ReviewFilter filter, Optional<ApplicationId> after, int limit) {
        return jdbc.sql("select a.id, a.tenant, a.state, a.channel, a.form #>> '{company,name}' as company,"
                        + " a.form ->> 'entity' as entity, a.form ->> 'trade' as trade,"
                        + " a.form #>> '{choice,number}' as number, m.class, a.form #>> '{choice,tariff}' as tariff,"
                        + " a.submitted_at, a.due_at, a.reviewer, cardinality(a.approvals) as approvals, p.problem_en,"
                        + " p.problem_zh" + TABLES + " where "
                        + filter.stage().map(ReviewFilter.Stage::condition).orElse(DESK)
                        + " and (cast(:channel as text) is null or a.channel = :channel)"
                        + " and (cast(:class as text) is null or m.class = :class)"
                        + " and (cast(:reviewer as uuid) is null or a.reviewer = :reviewer)"
                        + " and (cast(:after as uuid) is null or (" + DUE + ", a.id) > (select " + DUE
                        + ", a.id from enrolment.applications a where a.id = :after))"
                        + " order by " + DUE + ", a.id limit :limit")
                .param(
                        "channel",
                        filter.channel()
                                .map(one -> one.name().toLowerCase(Locale.ROOT))
                                .orElse(null))
                .param("class", filter.sold().map(NumberClass::code).orElse(null))
                .param("reviewer", filter.reviewer().orElse(null))
                .param("after", after.map(ApplicationId::value).orElse(null))
                .param("limit", limit)
                .query(ReviewRows::queued)
                .list();
    }

    private static QueuedApplication queued(ResultSet row, int index) throws SQLException {
        var english = row.getString("problem_en");
        var chinese = row.getString("problem_zh");
        return new QueuedApplication(
                new ApplicationId(row.getObject("id", UUID.class)),
                new TenantId(row.getObject("tenant", UUID.class)),
                ApplicationState.of(row.getString("state")),
                row.getString("channel"),
                new QueuedApplication.Wish(
                        text(row, "company"),
                        text(row, "entity"),
                        text(row, "trade"),
                        text(row, "number"),
                        text(row, "class"),
                        text(row, "tariff")),
                SqlTime.readIfPresent(row, "submitted_at"),
                SqlTime.readIfPresent(row, "due_at"),
                Optional.ofNullable(row.getObject("reviewer", UUID.class)),
                row.getInt("approvals"),
                english == null ? Optional.empty() : Optional.of(new Provisioning.Problem(english, chinese)));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    /// How many there are of each stage, overdue ones apart.
    ReviewCounts count(UUID reviewer, Instant now) {
        return jdbc.sql("select " + counts() + ", count(*) filter (where " + DESK + " and a.due_at <= :now) as overdue,"
                        + " count(*) filter (where a.state = 'in-review' and a.reviewer = :reviewer) as mine" + TABLES
                        + " where a.state in ('submitted', 'paid', 'in-review', 'correction-asked', 'approved')")
                .param("now", SqlTime.of(now))
                .param("reviewer", reviewer)
                .query((row, _) -> new ReviewCounts(
                        row.getLong("WAITING"),
                        row.getLong("IN_REVIEW"),
                        row.getLong("CORRECTION_ASKED"),
                        row.getLong("UNPAID"),
                        row.getLong("PROVISIONING"),
                        row.getLong("STUCK"),
                        row.getLong("overdue"),
                        row.getLong("mine")))
                .single();
    }

    private static String counts() {
        return Stream.of(ReviewFilter.Stage.values())
                .map(stage -> "count(*) filter (where " + stage.condition() + ") as " + stage.name())
                .collect(Collectors.joining(", "));
    }

    /// An application that a reviewer has, and when something happened to it last.
    record Taken(ApplicationId id, Instant last) {}

    /// Those with a reviewer, where nothing has happened since a moment.
    List<Taken> takenBefore(Instant moment, int most) {
        return jdbc.sql("select a.id, max(t.at) as last from enrolment.applications a"
                        + " join enrolment.application_transitions t on t.application = a.id"
                        + " where a.state = 'in-review' group by a.id having max(t.at) < :moment"
                        + " order by last limit :most")
                .param("moment", SqlTime.of(moment))
                .param("most", most)
                .query((row, _) ->
                        new Taken(new ApplicationId(row.getObject("id", UUID.class)), SqlTime.read(row, "last")))
                .list();
    }
}
