package org.hotline400.server.enrolment.messages.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.messages.Message;
import org.hotline400.server.enrolment.messages.MessageKind;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `enrolment.messages`. Every method runs in the caller's transaction.
@Repository
public class MessageRows {
    private final JdbcClient jdbc;

    public MessageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Message message) {
        jdbc.sql("""
                insert into enrolment.messages (tenant, id, application, kind, subject_zh, subject_en, text_zh, text_en, at)
                values (:tenant, :id, :application, :kind, :subjectZh, :subjectEn, :zh, :en, :at)
                """)
                .param("tenant", message.tenant().value())
                .param("id", message.id())
                .param(
                        "application",
                        message.application().map(ApplicationId::value).orElse(null))
                .param("kind", message.kind().code())
                .param("subjectZh", message.chinese().subject())
                .param("subjectEn", message.english().subject())
                .param("zh", message.chinese().text())
                .param("en", message.english().text())
                .param("at", SqlTime.of(message.at()))
                .update();
    }

    /// The newest first.
    ///
    /// @param before start behind this one
    public List<Message> list(TenantId tenant, boolean unreadOnly, Optional<UUID> before, int limit) {
        return jdbc.sql("""
                        select * from enrolment.messages
                         where tenant = :tenant and (cast(:before as uuid) is null or id < :before)
                           and (not :unread or read_at is null)
                         order by id desc limit :limit
                        """)
                .param("tenant", tenant.value())
                .param("before", before.orElse(null))
                .param("unread", unreadOnly)
                .param("limit", limit)
                .query(MessageRows::message)
                .list();
    }

    public int unread(TenantId tenant) {
        return jdbc.sql("select count(*)::int from enrolment.messages where tenant = ? and read_at is null")
                .param(tenant.value())
                .query(Integer.class)
                .single();
    }

    /// Marks one as read; one that is read already keeps its time.
    public Optional<Message> read(TenantId tenant, UUID id, Instant now) {
        return jdbc.sql("""
                        update enrolment.messages set read_at = coalesce(read_at, ?) where tenant = ? and id = ?
                        returning *
                        """)
                .params(SqlTime.of(now), tenant.value(), id)
                .query(MessageRows::message)
                .optional();
    }

    /// Locks applications whose deadline is this near, whose applicant must act, and who were not reminded of it.
    ///
    /// @param from deadlines after this
    /// @param to and up to this
    public List<ApplicationId> toRemind(MessageKind kind, Instant from, Instant to, int days, int most) {
        return jdbc.sql("""
                        select a.id from enrolment.applications a
                         where a.lapses_at > :from and a.lapses_at <= :to
                           and (a.state = 'correction-asked'
                                or (a.state = 'submitted' and a.policy = 'before-review')
                                or (a.state = 'approved' and a.paid_at is null))
                           and not exists (
                               select from enrolment.messages m
                                where m.application = a.id and m.kind = :kind
                                  and m.at >= a.lapses_at - make_interval(days => :days))
                         order by a.lapses_at limit :most for update of a skip locked
                        """)
                .param("kind", kind.code())
                .param("from", SqlTime.of(from))
                .param("to", SqlTime.of(to))
                .param("days", days)
                .param("most", most)
                .query((row, _) -> new ApplicationId(row.getObject("id", UUID.class)))
                .list();
    }

    private static Message message(ResultSet row, int index) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                new TenantId(row.getObject("tenant", UUID.class)),
                Optional.ofNullable(row.getObject("application", UUID.class)).map(ApplicationId::new),
                MessageKind.of(row.getString("kind")),
                new Message.Words(row.getString("subject_zh"), row.getString("text_zh")),
                new Message.Words(row.getString("subject_en"), row.getString("text_en")),
                SqlTime.read(row, "at"),
                SqlTime.readIfPresent(row, "read_at"));
    }
}
