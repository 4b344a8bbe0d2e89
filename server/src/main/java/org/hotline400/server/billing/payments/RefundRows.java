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

/// The table `billing.top_up_refunds`. Every method runs in the caller's transaction and sees what that may
/// see.
@Repository
class RefundRows {
    private static final String COLUMNS = "tenant, id, top_up, way, amount, state, reason, asked_by_principal,"
            + " asked_by_name, approved_by, approved_by_name, provider_reference, attempts, error, created_at, ended_at";
    private static final String SELECT = "select " + COLUMNS + " from billing.top_up_refunds";

    private final JdbcClient jdbc;

    RefundRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Refund> find(UUID id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id)
                .query(RefundRows::refund)
                .optional();
    }

    Optional<Refund> lock(UUID id) {
        return jdbc.sql(SELECT + " where id = ? for update")
                .param(id)
                .query(RefundRows::refund)
                .optional();
    }

    Optional<Refund> withKey(TopUpId topUp, String key) {
        return jdbc.sql(SELECT + " where top_up = ? and idempotency_key = ?")
                .params(topUp.value(), key)
                .query(RefundRows::refund)
                .optional();
    }

    /// The first first.
    List<Refund> of(TopUpId topUp) {
        return jdbc.sql(SELECT + " where top_up = ? order by id")
                .param(topUp.value())
                .query(RefundRows::refund)
                .list();
    }

    /// What has gone back to a customer since then, or is going, with nobody's word but the asker's.
    Money unapproved(TenantId tenant, Instant since) {
        return jdbc.sql("select coalesce(sum(amount), 0)::bigint from billing.top_up_refunds"
                        + " where tenant = ? and created_at > ? and approved_by is null and state in ('due', 'done')")
                .params(tenant.value(), SqlTime.of(since))
                .query((row, index) -> new Money(row.getLong(1)))
                .single();
    }

    /// The newest first.
    List<Refund> list(Optional<Refund.State> state, Optional<UUID> before, int limit) {
        return jdbc.sql(SELECT + " where (cast(:state as text) is null or state = :state)"
                        + " and (cast(:before as uuid) is null or id < :before) order by id desc limit :limit")
                .param("state", state.map(Refund.State::code).orElse(null))
                .param("before", before.orElse(null))
                .param("limit", limit)
                .query(RefundRows::refund)
                .list();
    }

    /// @param next when the provider is asked; empty where nobody is asked yet
    void add(Refund refund, String key, Optional<Instant> next) {
        jdbc.sql("insert into billing.top_up_refunds (tenant, id, top_up, way, amount, state, reason,"
                        + " idempotency_key, asked_by_principal, asked_by_name, created_at, next_at) values (:tenant,"
                        + " :id, :topUp, :way, :amount, :state, :reason, :key, :principal, :name, :created, :next)")
                .param("tenant", refund.tenant().value())
                .param("id", refund.id())
                .param("topUp", refund.topUp().value())
                .param("way", refund.way().code())
                .param("amount", refund.amount().microYuan())
                .param("state", refund.state().code())
                .param("reason", refund.reason())
                .param("key", key)
                .param("principal", refund.asked().principal())
                .param("name", refund.asked().name())
                .param("created", SqlTime.of(refund.created()))
                .param("next", next.map(SqlTime::of).orElse(null))
                .update();
    }

    void store(Refund refund) {
        jdbc.sql("update billing.top_up_refunds set state = :state, approved_by = :approver,"
                        + " approved_by_name = :approverName, provider_reference = :reference, error = :error,"
                        + " ended_at = :ended where id = :id")
                .param("state", refund.state().code())
                .param("approver", refund.approved().map(TopUp.By::principal).orElse(null))
                .param("approverName", refund.approved().map(TopUp.By::name).orElse(null))
                .param("reference", refund.providerReference().orElse(null))
                .param("error", refund.error().map(RefundRows::briefly).orElse(null))
                .param("ended", refund.ended().map(SqlTime::of).orElse(null))
                .param("id", refund.id())
                .update();
    }

    private static String briefly(String text) {
        return text.substring(0, Math.min(text.length(), 500));
    }

    /// Takes those that are due for this node: each later try is twice as far away, at most an hour.
    List<Refund> claim(Instant now, Duration first, int most) {
        return claim(
                "select id from billing.top_up_refunds where state = 'due' and way <> 'bank-transfer'"
                        + " and next_at <= :now order by next_at limit :most for update skip locked",
                now,
                first,
                most,
                Optional.empty());
    }

    /// Takes this one, whether its time has come or not, unless somebody else has it.
    Optional<Refund> claim(UUID id, Instant now, Duration first) {
        return claim(
                        "select id from billing.top_up_refunds where state = 'due' and way <> 'bank-transfer'"
                                + " and id = :id and :most > 0 and attempts = 0 for update skip locked",
                        now,
                        first,
                        1,
                        Optional.of(id))
                .stream()
                .findFirst();
    }

    private List<Refund> claim(String which, Instant now, Duration first, int most, Optional<UUID> id) {
        return jdbc.sql("update billing.top_up_refunds set attempts = attempts + 1,"
                        + " next_at = cast(:now as timestamptz)"
                        + " + least(make_interval(secs => :first * power(2, least(attempts, 12))), interval '1 hour')"
                        + " where id in (" + which + ") returning " + COLUMNS)
                .param("now", SqlTime.of(now))
                .param("first", (double) first.toSeconds())
                .param("most", most)
                .param("id", id.orElse(null))
                .query(RefundRows::refund)
                .list();
    }

    /// To be asked for now.
    void due(UUID id, Instant now) {
        jdbc.sql("update billing.top_up_refunds set next_at = ? where id = ?")
                .params(SqlTime.of(now), id)
                .update();
    }

    private static Refund refund(ResultSet row, int index) throws SQLException {
        var approver = row.getString("approved_by_name");
        return new Refund(
                row.getObject("id", UUID.class),
                new TenantId(row.getObject("tenant", UUID.class)),
                new TopUpId(row.getObject("top_up", UUID.class)),
                PayWay.of(row.getString("way")),
                new Money(row.getLong("amount")),
                Refund.State.of(row.getString("state")),
                row.getString("reason"),
                new TopUp.By(row.getObject("asked_by_principal", UUID.class), row.getString("asked_by_name")),
                Optional.ofNullable(row.getObject("approved_by", UUID.class)).map(id -> new TopUp.By(id, approver)),
                Optional.ofNullable(row.getString("provider_reference")),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("error")),
                SqlTime.read(row, "created_at"),
                SqlTime.readIfPresent(row, "ended_at"));
    }
}
