package org.hotline400.server.enrolment.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.enrolment.ApplicationEvent;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.ApplicationTransition;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The table `enrolment.application_transitions`. Every method runs in the caller's transaction.
@Repository
public class TransitionRows {
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    public TransitionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ApplicationTransition one) {
        jdbc.sql("""
                        insert into enrolment.application_transitions
                            (id, tenant, application, event, from_state, to_state, at, principal, actor, reason,
                             findings)
                        values (:id, :tenant, :application, :event, :from, :to, :at, :principal, :actor, :reason,
                                cast(:findings as jsonb))
                        """)
                .param("id", one.id())
                .param("tenant", one.tenant().value())
                .param("application", one.application().value())
                .param("event", one.event().code())
                .param("from", one.from().code())
                .param("to", one.to().code())
                .param("at", SqlTime.of(one.at()))
                .param("principal", one.principal())
                .param("actor", one.actor())
                .param("reason", one.reason())
                .param("findings", JSON.writeValueAsString(one.findings()))
                .update();
    }

    /// The latest first.
    ///
    /// @param before start behind this one
    public List<ApplicationTransition> list(ApplicationId application, Optional<UUID> before, int limit) {
        return jdbc.sql("""
                        select * from enrolment.application_transitions
                         where application = :application and (cast(:before as uuid) is null or id < :before)
                         order by id desc limit :limit
                        """)
                .param("application", application.value())
                .param("before", before.orElse(null))
                .param("limit", limit)
                .query(TransitionRows::transition)
                .list();
    }

    private static ApplicationTransition transition(ResultSet row, int index) throws SQLException {
        return new ApplicationTransition(
                row.getObject("id", UUID.class),
                new ApplicationId(row.getObject("application", UUID.class)),
                new TenantId(row.getObject("tenant", UUID.class)),
                ApplicationState.of(row.getString("from_state")),
                event(row.getString("event")),
                ApplicationState.of(row.getString("to_state")),
                SqlTime.read(row, "at"),
                row.getObject("principal", UUID.class),
                row.getString("actor"),
                row.getString("reason"),
                ApplicationRows.findings(row));
    }

    private static ApplicationEvent event(String code) {
        return Arrays.stream(ApplicationEvent.values())
                .filter(event -> event.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
