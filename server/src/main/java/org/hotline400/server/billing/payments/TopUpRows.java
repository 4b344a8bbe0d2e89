package org.hotline400.server.billing.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables of top-ups and their movements. Every method runs in the caller's transaction and sees what
/// that may see.
@Repository
class TopUpRows {
    private static final String SELECT = "select tenant, id, reference, way, amount, state, received, refunded,"
            + " for_bill, page, by_principal, by_name, created_at, expires_at, paid_at, ended_at from billing.top_ups";

    private final JdbcClient jdbc;

    TopUpRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<TopUp> find(TopUpId id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id.value())
                .query(TopUpRows::topUp)
                .optional();
    }

    Optional<TopUp> lock(TopUpId id) {
        return jdbc.sql(SELECT + " where id = ? for update")
                .param(id.value())
                .query(TopUpRows::topUp)
                .optional();
    }

    Optional<TopUp> lock(String reference) {
        return jdbc.sql(SELECT + " where reference = ? for update")
                .param(reference)
                .query(TopUpRows::topUp)
                .optional();
    }

    Optional<TopUp> withKey(TenantId tenant, String key) {
        return jdbc.sql(SELECT + " where tenant = ? and idempotency_key = ?")
                .params(tenant.value(), key)
                .query(TopUpRows::topUp)
                .optional();
    }

    /// The newest first.
    List<TopUp> list(TopUpFilter filter, Optional<TopUpId> before, int limit) {
        return jdbc.sql(SELECT + " where (cast(:state as text) is null or state = :state)"
                        + " and (cast(:reference as text) is null or reference = :reference)"
                        + " and (cast(:tenant as uuid) is null or tenant = :tenant)"
                        + " and (cast(:before as uuid) is null or id < :before) order by id desc limit :limit")
                .param("state", filter.state().orElse(null))
                .param("reference", filter.reference().orElse(null))
                .param("tenant", filter.tenant().map(TenantId::value).orElse(null))
                .param("before", before.map(TopUpId::value).orElse(null))
                .param("limit", limit)
                .query(TopUpRows::topUp)
                .list();
    }

    /// @param look when the provider is asked first
    /// @return false when another request with this key was faster
    boolean add(TopUp topUp, String key, Optional<Instant> look) {
        return jdbc.sql("insert into billing.top_ups (tenant, id, reference, way, amount, state, received, refunded,"
                                + " for_bill, idempotency_key, by_principal, by_name, created_at, expires_at, look_at)"
                                + " values (:tenant, :id, :reference, :way, :amount, 'asked', 0, 0, :bill, :key,"
                                + " :principal, :name, :created, :expires, :look)"
                                + " on conflict (tenant, idempotency_key) do nothing")
                        .param("tenant", topUp.tenant().value())
                        .param("id", topUp.id().value())
                        .param("reference", topUp.reference())
                        .param("way", topUp.way().code())
                        .param("amount", topUp.amount().microYuan())
                        .param("bill", topUp.forBill().orElse(null))
                        .param("key", key)
                        .param("principal", topUp.by().principal())
                        .param("name", topUp.by().name())
                        .param("created", SqlTime.of(topUp.dates().created()))
                        .param("expires", SqlTime.of(topUp.dates().expires()))
                        .param("look", look.map(SqlTime::of).orElse(null))
                        .update()
                == 1;
    }

    void store(TopUp topUp) {
        jdbc.sql("update billing.top_ups set state = :state, received = :received, refunded = :refunded, page = :page,"
                        + " paid_at = :paid, ended_at = :ended where id = :id")
                .param("state", topUp.state().code())
                .param("received", topUp.state().received().microYuan())
                .param("refunded", topUp.state().refunded().microYuan())
                .param("page", topUp.page().orElse(null))
                .param("paid", topUp.dates().paid().map(SqlTime::of).orElse(null))
                .param("ended", topUp.dates().ended().map(SqlTime::of).orElse(null))
                .param("id", topUp.id().value())
                .update();
    }

    /// Takes those that are to be looked at for this node; who dies over it leaves them for the next look,
    /// which is twice as far away each time, and after its expiry a quarter of an hour.
    List<TopUp> claim(Instant now, Duration first, int most) {
        return jdbc.sql("update billing.top_ups set looks = looks + 1, look_at = cast(:now as timestamptz)"
                        + " + least(make_interval(secs => :first * power(2, least(looks, 10))), interval '15 minutes')"
                        + " where id in (select id from billing.top_ups where state = 'asked' and look_at <= :now"
                        + " order by look_at limit :most for update skip locked)"
                        + " returning tenant, id, reference, way, amount, state, received, refunded, for_bill, page,"
                        + " by_principal, by_name, created_at, expires_at, paid_at, ended_at")
                .param("now", SqlTime.of(now))
                .param("first", (double) first.toSeconds())
                .param("most", most)
                .query(TopUpRows::topUp)
                .list();
    }

    private static TopUp topUp(ResultSet row, int index) throws SQLException {
        return new TopUp(
                new TopUpId(row.getObject("id", UUID.class)),
                new TenantId(row.getObject("tenant", UUID.class)),
                row.getString("reference"),
                PayWay.of(row.getString("way")),
                new Money(row.getLong("amount")),
                TopUpState.of(
                        row.getString("state"), new Money(row.getLong("received")), new Money(row.getLong("refunded"))),
                Optional.ofNullable(row.getString("for_bill")),
                Optional.ofNullable(row.getString("page")),
                new TopUp.By(row.getObject("by_principal", UUID.class), row.getString("by_name")),
                new TopUp.Dates(
                        SqlTime.read(row, "created_at"),
                        SqlTime.read(row, "expires_at"),
                        SqlTime.readIfPresent(row, "paid_at"),
                        SqlTime.readIfPresent(row, "ended_at")));
    }
}
