package org.hotline400.server.notifications.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.notifications.Channel;
import org.hotline400.server.notifications.Destination;
import org.hotline400.server.notifications.EventKind;
import org.hotline400.server.vault.Seal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The work on the outbox's deliveries: who tries which, and what came of it. Every method runs in the caller's
/// transaction.
@Repository
class DeliveryRows {
    private final JdbcClient jdbc;
    private final Seal seal;

    DeliveryRows(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /// Whose deliveries are asked for.
    ///
    /// @param failing of subscriptions whose last attempt failed, or else of the others
    /// @param busy of none of these subscriptions
    /// @param each at most so many of one subscription
    /// @param all at most so many
    record Lane(boolean failing, Collection<UUID> busy, int each, int all) {}

    /// Takes due deliveries for this node until the claim lapses: what a node that dies leaves behind is due
    /// again then.
    List<Parcel> claim(Lane lane, UUID claim, Instant now, Duration lapse) {
        return jdbc.sql("""
                        with waiting as (
                            select distinct tenant, subscription from notifications.deliveries
                             where state = 'pending' and due_at <= :now
                        ), picked as (
                            select one.tenant, one.id
                              from waiting w
                              join notifications.subscriptions s on s.tenant = w.tenant and s.id = w.subscription
                              cross join lateral (
                                select d.tenant, d.id, d.due_at from notifications.deliveries d
                                 where d.tenant = w.tenant and d.subscription = w.subscription
                                   and d.state = 'pending' and d.due_at <= :now
                                 order by d.due_at, d.id limit :each for update skip locked) one
                             where s.state = 'active' and s.id <> all (:busy)
                               and (s.failing_since is not null) = :failing
                             order by one.due_at, one.id limit :all
                        ), claimed as (
                            update notifications.deliveries d set claim = :claim, due_at = :lapse
                              from picked p where d.tenant = p.tenant and d.id = p.id
                            returning d.*
                        )
                        select c.id, c.tenant, c.subscription, c.claim, c.attempts, c.event, e.kind, e.payload,
                               s.channel, s.destination, s.secret,
                               case when s.old_until > :now then s.old_secret end as old_secret
                          from claimed c
                          join notifications.events e on e.tenant = c.tenant and e.id = c.event
                          join notifications.subscriptions s on s.tenant = c.tenant and s.id = c.subscription
                        """)
                .param("now", SqlTime.of(now))
                .param("each", lane.each())
                .param("busy", new SqlArrayValue("uuid", lane.busy().toArray()))
                .param("failing", lane.failing())
                .param("all", lane.all())
                .param("claim", claim)
                .param("lapse", SqlTime.of(now.plus(lapse)))
                .query(this::parcel)
                .list();
    }

    private Parcel parcel(ResultSet row, int index) throws SQLException {
        return new Parcel(
                row.getObject("id", UUID.class),
                new TenantId(row.getObject("tenant", UUID.class)),
                row.getObject("subscription", UUID.class),
                row.getObject("claim", UUID.class),
                row.getInt("attempts"),
                Destination.of(Channel.of(row.getString("channel")), row.getString("destination")),
                secrets(row.getBytes("secret"), row.getBytes("old_secret")),
                row.getObject("event", UUID.class),
                EventKind.of(row.getString("kind")),
                row.getString("payload"));
    }

    private List<String> secrets(byte[]... sealed) {
        return Arrays.stream(sealed).filter(Objects::nonNull).map(seal::open).toList();
    }

    /// Ends a claim.
    ///
    /// @param next when it is tried again; empty when it is over
    /// @return false when the claim had lapsed and somebody else has it
    boolean settle(Parcel parcel, Outcome outcome, Optional<Instant> next, Instant now) {
        var state = outcome.isTaken() ? "delivered" : next.isPresent() ? "pending" : "dead";
        return jdbc.sql("""
                        update notifications.deliveries set state = :state, attempts = attempts + 1, claim = null,
                               due_at = coalesce(cast(:next as timestamptz), due_at),
                               ended_at = case when :state = 'pending' then null else cast(:now as timestamptz) end
                         where tenant = :tenant and id = :id and claim = :claim and state = 'pending'
                        """)
                        .param("state", state)
                        .param("next", next.map(SqlTime::of).orElse(null))
                        .param("now", SqlTime.of(now))
                        .param("tenant", parcel.tenant().value())
                        .param("id", parcel.id())
                        .param("claim", parcel.claim())
                        .update()
                > 0;
    }

    void note(Parcel parcel, Outcome outcome, Instant at, Duration took) {
        jdbc.sql("""
                insert into notifications.attempts (tenant, delivery, attempt, at, took_ms, status, error, response)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(Arrays.asList(
                        parcel.tenant().value(),
                        parcel.id(),
                        parcel.attempts() + 1,
                        SqlTime.of(at),
                        took.toMillis(),
                        outcome.status(),
                        outcome.error(),
                        outcome.response()))
                .update();
    }
}
