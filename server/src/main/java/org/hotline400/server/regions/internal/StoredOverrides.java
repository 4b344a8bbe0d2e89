package org.hotline400.server.regions.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.regions.RegionOverride;
import org.hotline400.server.regions.RegionTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The operator's overrides in the database.
@Component
public class StoredOverrides {
    /// So many fit in memory without a thought; whoever has more has a segment file.
    public static final int MOST = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(StoredOverrides.class);

    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final Clock clock;

    StoredOverrides(Transactions transactions, JdbcClient jdbc, Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// What became of writing one.
    public enum Written {
        DONE,
        /// There are [#MOST] already.
        TOO_MANY
    }

    /// All, by prefix.
    public List<RegionOverride> all() {
        return page("", MOST);
    }

    /// Those whose prefix comes after this one.
    public List<RegionOverride> page(String after, int limit) {
        return transactions.asOperator(() -> jdbc
                .sql("select * from regions.overrides where prefix collate \"C\" > ?"
                        + " order by prefix collate \"C\" limit ?")
                .params(after, limit)
                .query(StoredOverrides::row)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    public Optional<RegionOverride> find(String prefix) {
        return transactions.asOperator(() -> jdbc.sql("select * from regions.overrides where prefix = ?")
                .param(prefix)
                .query(StoredOverrides::row)
                .optional()
                .flatMap(found -> found));
    }

    /// Adds one or replaces that of the same prefix.
    public Written put(RegionOverride override, String author) {
        return transactions.asOperator(() -> {
            if (count(override.prefix()) >= MOST) {
                return Written.TOO_MANY;
            }
            jdbc.sql("""
                    insert into regions.overrides (prefix, adcode, carrier, note, author, changed_at)
                    values (?, ?, ?, ?, ?, ?)
                    on conflict (prefix) do update set adcode = excluded.adcode, carrier = excluded.carrier,
                        note = excluded.note, author = excluded.author, changed_at = excluded.changed_at
                    """)
                    .params(
                            override.prefix(),
                            override.place().adcode(),
                            override.carrier(),
                            override.note(),
                            author,
                            SqlTime.of(clock.instant()))
                    .update();
            return Written.DONE;
        });
    }

    /// Of the others.
    private int count(String prefix) {
        return jdbc.sql("select count(*) from regions.overrides where prefix <> ?")
                .param(prefix)
                .query(Integer.class)
                .single();
    }

    /// @return false when there was none
    public boolean remove(String prefix) {
        return transactions.asOperator(() -> jdbc.sql("delete from regions.overrides where prefix = ?")
                        .param(prefix)
                        .update()
                > 0);
    }

    private static Optional<RegionOverride> row(ResultSet row, int index) throws SQLException {
        var prefix = row.getString("prefix");
        var carrier = row.getString("carrier");
        var note = row.getString("note");
        var place = RegionTable.own().byAdcode(row.getString("adcode"));
        if (place.isEmpty()) {
            LOG.warn("the override of {} names a place that this release does not know", prefix);
        }
        return place.map(one -> new RegionOverride(prefix, one, carrier, note));
    }
}
