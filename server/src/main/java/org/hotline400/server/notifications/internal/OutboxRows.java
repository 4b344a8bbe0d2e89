package org.hotline400.server.notifications.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.calls.CallCursor;
import org.hotline400.server.calls.CallFeed;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.notifications.EventKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What goes into the outbox, and the cursor. Every method runs in the caller's transaction.
@Repository
public class OutboxRows {
    private final JdbcClient jdbc;
    private final CallCursor cursor;

    public OutboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.cursor = new CallCursor(jdbc, "notifications.cursors");
    }

    /// How far calls have been read, locked; empty while another node reads.
    Optional<CallFeed.Position> lockCursor() {
        return cursor.lock();
    }

    void moveCursor(CallFeed.Position to) {
        cursor.move(to);
    }

    /// Writes an event and a delivery of it to each of these subscriptions, due now. A call's event that is
    /// there already stays as it is.
    void put(Event event, Collection<UUID> subscriptions, Instant now) {
        if (insert(event)) {
            subscriptions.forEach(subscription -> deliver(event.tenant(), event.id(), subscription, now));
        }
    }

    private boolean insert(Event event) {
        return jdbc.sql("""
                        insert into notifications.events (tenant, id, kind, call_id, at, payload)
                        values (:tenant, :id, :kind, :call, :at, :payload)
                        on conflict (tenant, call_id, kind) where call_id is not null do nothing
                        """)
                        .param("tenant", event.tenant().value())
                        .param("id", event.id())
                        .param("kind", event.kind().code())
                        .param("call", event.call().map(CallId::value).orElse(null))
                        .param("at", SqlTime.of(event.at()))
                        .param("payload", Payload.of(event))
                        .update()
                > 0;
    }

    private UUID deliver(TenantId tenant, UUID event, UUID subscription, Instant now) {
        var id = Ids.next();
        jdbc.sql("""
                insert into notifications.deliveries (tenant, id, subscription, event, state, due_at, created_at)
                values (?, ?, ?, ?, 'pending', ?, ?)
                """)
                .params(tenant.value(), id, subscription, event, SqlTime.of(now), SqlTime.of(now))
                .update();
        return id;
    }

    /// Whether a number's limit is to be told again.
    boolean tellLimit(TenantId tenant, String number, String reason, Instant at, Duration pause) {
        return jdbc.sql("""
                        insert into notifications.limits_told as told (tenant, number, reason, at) values (?, ?, ?, ?)
                        on conflict (tenant, number, reason) do update set at = excluded.at where told.at <= ?
                        """)
                        .params(tenant.value(), number, reason, SqlTime.of(at), SqlTime.of(at.minus(pause)))
                        .update()
                > 0;
    }

    /// Makes new deliveries of events that went to a subscription before.
    ///
    /// @return the new ones
    public List<UUID> replay(TenantId tenant, Collection<UUID> deliveries, Instant now) {
        var made = new ArrayList<UUID>();
        for (var old : deliveries) {
            var id = Ids.next();
            jdbc.sql("""
                    insert into notifications.deliveries
                           (tenant, id, subscription, event, state, due_at, replay_of, created_at)
                    select tenant, ?, subscription, event, 'pending', ?, id, ? from notifications.deliveries
                     where tenant = ? and id = ?
                    """)
                    .params(id, SqlTime.of(now), SqlTime.of(now), tenant.value(), old)
                    .update();
            made.add(id);
        }
        return made;
    }

    /// Writes a test event to one subscription.
    ///
    /// @return its delivery
    public UUID putTest(TenantId tenant, UUID subscription, Map<String, Object> message, Instant now) {
        var event = Event.of(tenant, EventKind.TEST, now, Map.of("message", message));
        insert(event);
        return deliver(tenant, event.id(), subscription, now);
    }

    /// Removes what ended before, and events that no delivery is left of.
    ///
    /// @return how many deliveries
    int purge(Instant before, int most) {
        var removed = jdbc.sql("""
                delete from notifications.deliveries d using (
                    select tenant, id from notifications.deliveries where ended_at < ? limit ?) old
                 where d.tenant = old.tenant and d.id = old.id
                """).params(SqlTime.of(before), most).update();
        jdbc.sql("""
                delete from notifications.events e using (
                    select f.tenant, f.id from notifications.events f
                     where f.at < ? and not exists (select from notifications.deliveries d
                                                     where d.tenant = f.tenant and d.event = f.id)
                     limit ?) old
                 where e.tenant = old.tenant and e.id = old.id
                """).params(SqlTime.of(before), most).update();
        return removed;
    }
}
