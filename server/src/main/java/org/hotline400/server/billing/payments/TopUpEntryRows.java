package org.hotline400.server.billing.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The movements of top-ups. Every method runs in the caller's transaction and sees what that may see.
@Repository
class TopUpEntryRows {
    private static final String SELECT = "select top_up, id, kind, way, amount, transaction, booked_on, note,"
            + " idempotency_key, by_principal, by_name, at from billing.top_up_entries";

    private final JdbcClient jdbc;

    TopUpEntryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A movement that is known already.
    record Known(TopUpId topUp, TopUpEntry entry) {}

    /// The first thing first.
    List<TopUpEntry> of(TopUpId topUp) {
        return jdbc.sql(SELECT + " where top_up = ? order by id")
                .param(topUp.value())
                .query(TopUpEntryRows::entry)
                .list();
    }

    Optional<TopUpEntry> withKey(TopUpId topUp, TopUpEntry.Kind kind, String key) {
        return jdbc.sql(SELECT + " where top_up = ? and kind = ? and idempotency_key = ?")
                .params(topUp.value(), kind.code(), key)
                .query(TopUpEntryRows::entry)
                .optional();
    }

    Optional<Known> withTransaction(TopUpEntry.Kind kind, PayWay way, String transaction) {
        return jdbc.sql(SELECT + " where kind = ? and way = ? and transaction = ?")
                .params(kind.code(), way.code(), transaction)
                .query((row, index) -> new Known(new TopUpId(row.getObject("top_up", UUID.class)), entry(row, index)))
                .optional();
    }

    void add(TopUp topUp, TopUpEntry entry) {
        jdbc.sql("insert into billing.top_up_entries (tenant, id, top_up, kind, way, amount, transaction, booked_on,"
                        + " note, idempotency_key, by_principal, by_name, at) values (:tenant, :id, :topUp, :kind,"
                        + " :way, :amount, :transaction, :on, :note, :key, :principal, :name, :at)")
                .param("tenant", topUp.tenant().value())
                .param("id", entry.id())
                .param("topUp", topUp.id().value())
                .param("kind", entry.kind().code())
                .param("way", entry.way().code())
                .param("amount", entry.amount().microYuan())
                .param("transaction", entry.transaction())
                .param("on", entry.on())
                .param("note", entry.note())
                .param("key", entry.key().orElse(null))
                .param("principal", entry.principal().orElse(null))
                .param("name", entry.by())
                .param("at", SqlTime.of(entry.at()))
                .update();
    }

    /// Of two who book the same movement at once, the second waits for the first.
    void oneAtATime(PayWay way, String transaction) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('billing.payments' || ? || ?, 0))")
                .params(way.code(), transaction)
                .query((row, index) -> index)
                .single();
    }

    private static TopUpEntry entry(ResultSet row, int index) throws SQLException {
        return new TopUpEntry(
                row.getObject("id", UUID.class),
                TopUpEntry.Kind.of(row.getString("kind")),
                PayWay.of(row.getString("way")),
                new Money(row.getLong("amount")),
                row.getString("transaction"),
                row.getObject("booked_on", LocalDate.class),
                row.getString("note"),
                Optional.ofNullable(row.getString("idempotency_key")),
                Optional.ofNullable(row.getObject("by_principal", UUID.class)),
                row.getString("by_name"),
                SqlTime.read(row, "at"));
    }
}
