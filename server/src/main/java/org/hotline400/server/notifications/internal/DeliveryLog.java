package org.hotline400.server.notifications.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.notifications.Delivery;
import org.hotline400.server.notifications.Delivery.Attempt;
import org.hotline400.server.notifications.Delivery.State;
import org.hotline400.server.notifications.EventKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The outbox as people see it. Every method runs in the caller's transaction.
@Repository
public class DeliveryLog {
    private static final String SELECT = """
            select d.*, e.kind, e.payload from notifications.deliveries d
              join notifications.events e on e.tenant = d.tenant and e.id = d.event
            """;

    private final JdbcClient jdbc;

    public DeliveryLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Delivery> list(UUID subscription, Optional<State> state, Optional<UUID> before, int limit) {
        return withAttempts(jdbc.sql(SELECT + """
                         where d.subscription = :subscription
                           and (cast(:state as text) is null or d.state = :state)
                           and (cast(:before as uuid) is null or d.id < :before)
                         order by d.id desc limit :limit
                        """)
                .param("subscription", subscription)
                .param("state", state.map(State::code).orElse(null))
                .param("before", before.orElse(null))
                .param("limit", limit)
                .query(DeliveryLog::row)
                .list());
    }

    public Optional<Delivery> find(UUID id) {
        return withAttempts(jdbc.sql(SELECT + " where d.id = ?")
                        .param(id)
                        .query(DeliveryLog::row)
                        .list())
                .stream()
                .findFirst();
    }

    /// The latest delivery of each event, if it is in this state and was made in this time.
    public List<UUID> between(UUID subscription, Instant from, Instant to, State state, int most) {
        return jdbc.sql("""
                        select id from (
                            select distinct on (event) id, state, created_at from notifications.deliveries
                             where subscription = :subscription order by event, id desc) latest
                         where state = :state and created_at >= :from and created_at < :to order by id limit :most
                        """)
                .param("subscription", subscription)
                .param("state", state.code())
                .param("from", SqlTime.of(from))
                .param("to", SqlTime.of(to))
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    private List<Delivery> withAttempts(List<Delivery> deliveries) {
        var attempts = jdbc
                .sql("select * from notifications.attempts where delivery = any(?) order by attempt")
                .param(new SqlArrayValue(
                        "uuid", deliveries.stream().map(Delivery::id).toArray()))
                .query((row, _) -> new Made(row.getObject("delivery", UUID.class), attempt(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Made::delivery, Collectors.mapping(Made::attempt, Collectors.toList())));
        return deliveries.stream()
                .map(one -> with(one, attempts.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private record Made(UUID delivery, Attempt attempt) {}

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getInt("attempt"),
                SqlTime.read(row, "at"),
                row.getLong("took_ms"),
                row.getObject("status", Integer.class),
                row.getString("error"),
                row.getString("response"));
    }

    private static Delivery with(Delivery one, List<Attempt> attempts) {
        return new Delivery(
                one.id(),
                one.tenant(),
                one.subscription(),
                one.event(),
                one.kind(),
                one.state(),
                one.nextAt(),
                one.replayOf(),
                one.createdAt(),
                one.payload(),
                attempts);
    }

    private static Delivery row(ResultSet row, int index) throws SQLException {
        var state = State.of(row.getString("state"));
        return new Delivery(
                row.getObject("id", UUID.class),
                new TenantId(row.getObject("tenant", UUID.class)),
                row.getObject("subscription", UUID.class),
                row.getObject("event", UUID.class),
                EventKind.of(row.getString("kind")),
                state,
                state == State.PENDING ? Optional.of(SqlTime.read(row, "due_at")) : Optional.empty(),
                Optional.ofNullable(row.getObject("replay_of", UUID.class)),
                SqlTime.read(row, "created_at"),
                row.getString("payload"),
                List.of());
    }
}
