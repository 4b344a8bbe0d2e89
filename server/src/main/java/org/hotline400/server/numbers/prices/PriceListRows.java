package org.hotline400.server.numbers.prices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The table `numbers.price_lists`. Every method runs in the caller's transaction.
@Repository
class PriceListRows {
    private final JdbcClient jdbc;

    PriceListRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Adds a list under the next number.
    PublishedPrices add(IntFunction<PublishedPrices> numbered) {
        // Whoever publishes at once waits here for his number.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('numbers.price_lists', 0))")
                .query(rows -> {});
        var made = numbered.apply(jdbc.sql("select coalesce(max(number), 0) + 1 from numbers.price_lists")
                .query(Integer.class)
                .single());
        jdbc.sql("insert into numbers.price_lists (tenant, number, starts, prices, note, author, published_at)"
                        + " values (:tenant, :number, :starts, cast(:prices as jsonb), :note, :author, :at)")
                .param("tenant", TenantId.OPERATOR.value())
                .param("number", made.list().number())
                .param("starts", made.list().starts())
                .param("prices", JsonMapper.shared().writeValueAsString(PriceListDocument.rows(made.list())))
                .param("note", made.note())
                .param("author", made.author())
                .param("at", SqlTime.of(made.at()))
                .update();
        return made;
    }

    List<PublishedPrices> all() {
        return jdbc.sql("select number, starts, prices, note, author, published_at from numbers.price_lists")
                .query(PriceListRows::published)
                .list();
    }

    private static PublishedPrices published(ResultSet row, int index) throws SQLException {
        var prices = List.of(JsonMapper.shared().readValue(row.getString("prices"), PriceListDocument.Row[].class));
        return new PublishedPrices(
                new PriceListDocument(null, null, prices)
                        .list(row.getInt("number"), row.getObject("starts", LocalDate.class)),
                row.getString("note"),
                row.getString("author"),
                SqlTime.read(row, "published_at"));
    }
}
