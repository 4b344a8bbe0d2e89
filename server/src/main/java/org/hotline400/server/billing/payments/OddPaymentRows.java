package org.hotline400.server.billing.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `billing.odd_payments`. Every method runs in the caller's transaction.
@Repository
class OddPaymentRows {
    private static final String SELECT = "select tenant, id, way, kind, order_no, transaction, amount, told_at,"
            + " settled_at, settled_by, settled_by_name, note from billing.odd_payments";

    private final JdbcClient jdbc;

    OddPaymentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false when it is there already
    boolean add(OddPayment odd) {
        return jdbc.sql("insert into billing.odd_payments (tenant, id, way, kind, order_no, transaction, amount,"
                                + " told_at) values (:tenant, :id, :way, :kind, :order, :transaction, :amount, :told)"
                                + " on conflict (way, kind, transaction, amount) do nothing")
                        .param("tenant", odd.tenant().value())
                        .param("id", odd.id())
                        .param("way", odd.way().code())
                        .param("kind", odd.kind().code())
                        .param("order", odd.order())
                        .param("transaction", odd.transaction())
                        .param("amount", odd.amount().microYuan())
                        .param("told", SqlTime.of(odd.told()))
                        .update()
                == 1;
    }

    Optional<OddPayment> lock(UUID id) {
        return jdbc.sql(SELECT + " where id = ? for update")
                .param(id)
                .query(OddPaymentRows::odd)
                .optional();
    }

    /// Those that nobody settled, the oldest first.
    List<OddPayment> open(Optional<UUID> after, int limit) {
        return jdbc.sql(SELECT + " where settled_at is null and (cast(:after as uuid) is null or id > :after)"
                        + " order by id limit :limit")
                .param("after", after.orElse(null))
                .param("limit", limit)
                .query(OddPaymentRows::odd)
                .list();
    }

    void settle(UUID id, OddPayment.Settled settled) {
        jdbc.sql("update billing.odd_payments set settled_at = :at, settled_by = :by, settled_by_name = :name,"
                        + " note = :note where id = :id and settled_at is null")
                .param("at", SqlTime.of(settled.at()))
                .param("by", settled.by().principal())
                .param("name", settled.by().name())
                .param("note", settled.note())
                .param("id", id)
                .update();
    }

    private static OddPayment odd(ResultSet row, int index) throws SQLException {
        return new OddPayment(
                new TenantId(row.getObject("tenant", UUID.class)),
                row.getObject("id", UUID.class),
                PayWay.of(row.getString("way")),
                OddPayment.Kind.of(row.getString("kind")),
                row.getString("order_no"),
                row.getString("transaction"),
                new Money(row.getLong("amount")),
                SqlTime.read(row, "told_at"),
                settled(row));
    }

    private static Optional<OddPayment.Settled> settled(ResultSet row) throws SQLException {
        var by = new TopUp.By(row.getObject("settled_by", UUID.class), row.getString("settled_by_name"));
        var note = row.getString("note");
        return SqlTime.readIfPresent(row, "settled_at").map(at -> new OddPayment.Settled(at, by, note));
    }
}
