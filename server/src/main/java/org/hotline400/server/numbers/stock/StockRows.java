package org.hotline400.server.numbers.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.TenantId;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The tables of imports. Every method runs in the caller's transaction for the operator.
@Repository
class StockRows {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    /// Rows that are sent at once.
    private static final int BATCH = 10_000;
    /// Rows that the driver holds at once.
    private static final int FETCH = 10_000;

    private static final String COLUMNS =
            "number, file_name, sha256, encoding, usual_state, report::text as report, author, imported_at";
    private static final String ON_SALE = "on-sale";
    private static final String OFF_SALE = "off-sale";

    private final JdbcClient jdbc;

    StockRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Tells every node to read anew, when the transaction commits.
    void announce() {
        jdbc.sql("select kernel.configuration_changed('number-stock')")
                .query((row, index) -> index)
                .single();
    }

    /// Keeps every other import away until the transaction ends, so that imports are committed in the order of
    /// their numbers.
    ///
    /// @return false when another one is under way
    boolean tryLock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('numbers.stock', 0))")
                .query(Boolean.class)
                .single();
    }

    Optional<StockImport> newest() {
        return page(Integer.MAX_VALUE, 1).stream().findFirst();
    }

    Optional<StockImport> find(int number) {
        return jdbc.sql("select " + COLUMNS + " from numbers.stock_imports where tenant = ? and number = ?")
                .params(TenantId.OPERATOR.value(), number)
                .query(StockRows::stockImport)
                .optional();
    }

    /// Those before this one, the newest first.
    List<StockImport> page(int before, int limit) {
        return jdbc.sql("select " + COLUMNS
                        + " from numbers.stock_imports where tenant = ? and number < ? order by number desc limit ?")
                .params(TenantId.OPERATOR.value(), before, limit)
                .query(StockRows::stockImport)
                .list();
    }

    void add(StockImport made, ImportedNumbers numbers) {
        add(made);
        var batch = new ArrayList<StockRange>(BATCH);
        numbers.forEachRange(range -> {
            batch.add(range);
            if (batch.size() == BATCH) {
                addRanges(made.number(), batch);
                batch.clear();
            }
        });
        addRanges(made.number(), batch);
    }

    private void add(StockImport made) {
        jdbc.sql("insert into numbers.stock_imports"
                        + " (tenant, number, file_name, sha256, encoding, usual_state, report, author, imported_at)"
                        + " values (?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?)")
                .params(
                        TenantId.OPERATOR.value(),
                        made.number(),
                        made.order().fileName(),
                        made.sha256(),
                        made.encoding(),
                        made.order().onSale() ? ON_SALE : OFF_SALE,
                        JSON.writeValueAsString(made.report()),
                        made.order().author(),
                        SqlTime.of(made.at()))
                .update();
    }

    private void addRanges(int number, List<StockRange> ranges) {
        jdbc.sql("insert into numbers.stock_ranges (tenant, import, first, last, on_sale)"
                        + " select :tenant, :import, * from unnest(:firsts, :lasts, :states)")
                .param("tenant", TenantId.OPERATOR.value())
                .param("import", number)
                .param("firsts", array("int4", ranges, range -> range.numbers().first()))
                .param("lasts", array("int4", ranges, range -> range.numbers().last()))
                .param("states", array("bool", ranges, StockRange::onSale))
                .update();
    }

    private static SqlArrayValue array(String type, List<StockRange> ranges, Function<StockRange, Object> field) {
        return new SqlArrayValue(type, ranges.stream().map(field).toArray());
    }

    /// The numbers of the imports after this one, in their order.
    List<Integer> numbersAfter(int number) {
        return jdbc.sql("select number from numbers.stock_imports where tenant = ? and number > ? order by number")
                .params(TenantId.OPERATOR.value(), number)
                .query(Integer.class)
                .list();
    }

    /// What an import says.
    ImportedNumbers numbers(int number) {
        var onSale = new RoaringBitmap();
        var offSale = new RoaringBitmap();
        forEachRange(
                number,
                range -> (range.onSale() ? onSale : offSale)
                        .add((long) range.numbers().first(), range.numbers().end()));
        return new ImportedNumbers(onSale, offSale);
    }

    private void forEachRange(int number, Consumer<StockRange> consumer) {
        jdbc.sql("select first, last, on_sale from numbers.stock_ranges where tenant = ? and import = ? order by first")
                .params(TenantId.OPERATOR.value(), number)
                .withFetchSize(FETCH)
                .query(row -> {
                    consumer.accept(new StockRange(
                            new NumberRange(row.getInt("first"), row.getInt("last")), row.getBoolean("on_sale")));
                });
    }

    private static StockImport stockImport(ResultSet row, int index) throws SQLException {
        return new StockImport(
                row.getInt("number"),
                row.getString("sha256"),
                row.getString("encoding"),
                new ImportOrder(
                        row.getString("file_name"),
                        row.getString("usual_state").equals(ON_SALE),
                        false,
                        row.getString("author")),
                SqlTime.read(row, "imported_at"),
                JSON.readValue(row.getString("report"), ImportReport.class));
    }
}
