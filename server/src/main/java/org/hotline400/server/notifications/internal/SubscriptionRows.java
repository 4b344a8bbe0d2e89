package org.hotline400.server.notifications.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.notifications.Channel;
import org.hotline400.server.notifications.Destination;
import org.hotline400.server.notifications.EventKind;
import org.hotline400.server.notifications.Subscription;
import org.hotline400.server.notifications.Subscription.Order;
import org.hotline400.server.notifications.Subscription.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The table `notifications.subscriptions`. Every method runs in the caller's transaction.
@Repository
public class SubscriptionRows {
    private final JdbcClient jdbc;

    public SubscriptionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Subscription> list(Optional<UUID> before, int limit) {
        return jdbc.sql("""
                        select * from notifications.subscriptions
                         where cast(:before as uuid) is null or id < :before order by id desc limit :limit
                        """)
                .param("before", before.orElse(null))
                .param("limit", limit)
                .query(SubscriptionRows::row)
                .list();
    }

    public Optional<Subscription> find(UUID id) {
        return jdbc.sql("select * from notifications.subscriptions where id = ?")
                .param(id)
                .query(SubscriptionRows::row)
                .optional();
    }

    /// Those that are active.
    List<Subscription> activeOf(Collection<TenantId> tenants) {
        var ids = tenants.stream().map(TenantId::value).toArray();
        return jdbc.sql("select * from notifications.subscriptions where tenant = any(?) and state = 'active'")
                .param(new SqlArrayValue("uuid", ids))
                .query(SubscriptionRows::row)
                .list();
    }

    public int count(TenantId tenant) {
        return jdbc.sql("select count(*)::int from notifications.subscriptions where tenant = ?")
                .param(tenant.value())
                .query(Integer.class)
                .single();
    }

    public void insert(TenantId tenant, UUID id, Order order, Optional<byte[]> secret, Instant now) {
        jdbc.sql("""
                insert into notifications.subscriptions
                       (tenant, id, channel, destination, kinds, numbers, state, secret, created_at, changed_at)
                values (:tenant, :id, :channel, :destination, :kinds, :numbers, :state, :secret, :now, :now)
                """)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("channel", order.destination().channel().code())
                .param("destination", order.destination().text())
                .param("kinds", kinds(order))
                .param("numbers", numbers(order))
                .param("state", state(order))
                .param("secret", secret.orElse(null))
                .param("now", SqlTime.of(now))
                .update();
    }

    public void update(TenantId tenant, UUID id, Order order, Instant now) {
        jdbc.sql("""
                update notifications.subscriptions set destination = :destination, kinds = :kinds, numbers = :numbers,
                       failing_since = case when state <> 'active' then null else failing_since end,
                       disabled_reason = '', state = :state, changed_at = :now
                 where tenant = :tenant and id = :id
                """)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("destination", order.destination().text())
                .param("kinds", kinds(order))
                .param("numbers", numbers(order))
                .param("state", state(order))
                .param("now", SqlTime.of(now))
                .update();
    }

    public void rotate(TenantId tenant, UUID id, byte[] secret, Instant oldUntil) {
        jdbc.sql("""
                update notifications.subscriptions set old_secret = secret, old_until = ?, secret = ?
                 where tenant = ? and id = ?
                """).params(SqlTime.of(oldUntil), secret, tenant.value(), id).update();
    }

    public void delete(TenantId tenant, UUID id) {
        jdbc.sql("delete from notifications.subscriptions where tenant = ? and id = ?")
                .params(tenant.value(), id)
                .update();
    }

    void noteSuccess(TenantId tenant, UUID id) {
        jdbc.sql("""
                update notifications.subscriptions set failing_since = null
                 where tenant = ? and id = ? and failing_since is not null
                """).params(tenant.value(), id).update();
    }

    void noteFailure(TenantId tenant, UUID id, Instant now) {
        jdbc.sql("""
                update notifications.subscriptions set failing_since = ?
                 where tenant = ? and id = ? and failing_since is null
                """).params(SqlTime.of(now), tenant.value(), id).update();
    }

    /// Switches one off that has failed since before this moment.
    ///
    /// @return what it was; empty when it goes on
    Optional<Subscription> disable(TenantId tenant, UUID id, Instant failingBefore, String reason) {
        var changed = jdbc.sql("""
                update notifications.subscriptions set state = 'disabled', disabled_reason = ?
                 where tenant = ? and id = ? and state = 'active' and failing_since < ?
                """)
                .params(reason, tenant.value(), id, SqlTime.of(failingBefore))
                .update();
        return changed == 0 ? Optional.empty() : find(id);
    }

    private static String state(Order order) {
        return (order.enabled() ? State.ACTIVE : State.PAUSED).code();
    }

    private static SqlArrayValue kinds(Order order) {
        return new SqlArrayValue(
                "text", order.kinds().stream().map(EventKind::code).sorted().toArray());
    }

    private static SqlArrayValue numbers(Order order) {
        return new SqlArrayValue("text", order.numbers().stream().sorted().toArray());
    }

    private static Subscription row(ResultSet row, int index) throws SQLException {
        var state = State.of(row.getString("state"));
        return new Subscription(
                row.getObject("id", UUID.class),
                new TenantId(row.getObject("tenant", UUID.class)),
                new Order(
                        Destination.of(Channel.of(row.getString("channel")), row.getString("destination")),
                        texts(row, "kinds").stream().map(EventKind::of).collect(Collectors.toUnmodifiableSet()),
                        texts(row, "numbers"),
                        state == State.ACTIVE),
                state,
                SqlTime.readIfPresent(row, "failing_since"),
                row.getString("disabled_reason"),
                SqlTime.read(row, "created_at"));
    }

    private static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Set.copyOf(Arrays.asList((String[]) row.getArray(column).getArray()));
    }
}
