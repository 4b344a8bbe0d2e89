package org.hotline400.server.numbers.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of segments that the operator changed. Every method runs in the caller's transaction for the
/// operator.
@Repository
class SegmentRows {
    private final JdbcClient jdbc;

    SegmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those that hold, in the order of their prefixes and days.
    List<KnownSegment> all() {
        return jdbc.sql("select prefix, carrier, on_sale, from_day, to_day, reason, author, changed_at"
                        + " from numbers.segments where tenant = ? and replaced_at is null order by prefix, from_day")
                .param(TenantId.OPERATOR.value())
                .query(SegmentRows::segment)
                .list();
    }

    /// Two who change one prefix do it one after the other.
    void lock(String prefix) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('numbers.segments' || ?, 0))")
                .param(prefix)
                .query((row, index) -> index)
                .single();
    }

    /// @return how many held
    int replace(String prefix, Instant at) {
        return jdbc.sql("update numbers.segments set replaced_at = ?"
                        + " where tenant = ? and prefix = ? and replaced_at is null")
                .params(SqlTime.of(at), TenantId.OPERATOR.value(), prefix)
                .update();
    }

    void add(Segment segment, KnownSegment.Change change) {
        jdbc.sql("insert into numbers.segments"
                        + " (tenant, id, prefix, carrier, on_sale, from_day, to_day, reason, author, changed_at)"
                        + " values (:tenant, :id, :prefix, :carrier, :onSale, :from, :to, :reason, :author, :at)")
                .param("tenant", TenantId.OPERATOR.value())
                .param("id", Ids.next())
                .param("prefix", segment.prefix())
                .param("carrier", segment.carrier().map(NumberCarrier::code).orElse(null))
                .param("onSale", segment.onSale())
                .param("from", segment.from())
                .param("to", segment.to().orElse(null))
                .param("reason", segment.why())
                .param("author", change.author())
                .param("at", SqlTime.of(change.at()))
                .update();
    }

    private static KnownSegment segment(ResultSet row, int index) throws SQLException {
        var segment = new Segment(
                row.getString("prefix"),
                Optional.ofNullable(row.getString("carrier")).map(NumberCarrier::of),
                row.getBoolean("on_sale"),
                row.getObject("from_day", LocalDate.class),
                Optional.ofNullable(row.getObject("to_day", LocalDate.class)),
                row.getString("reason"));
        return new KnownSegment(
                segment,
                Optional.of(new KnownSegment.Change(row.getString("author"), SqlTime.read(row, "changed_at"))));
    }
}
