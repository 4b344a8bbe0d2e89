package org.hotline400.server.regions.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.regions.RegionTable;
import org.hotline400.server.regions.SegmentVersion;
import org.hotline400.server.regions.Segments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Imported segment files in the database, packed, the last ten of them. A file is one row, so it is there as
/// a whole or not at all.
@Component
public class StoredSegments {
    private static final int KEPT = 10;
    private static final String COLUMNS = "version, name, dated, author, imported_at, segments, withdrawn_at";

    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final Clock clock;

    StoredSegments(Transactions transactions, JdbcClient jdbc, Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// What an import is to be called.
    ///
    /// @param dated when its data was gathered
    public record Label(String name, LocalDate dated, String author) {}

    /// The newest first.
    public List<SegmentVersion> all() {
        return transactions.asOperator(
                () -> jdbc.sql("select " + COLUMNS + " from regions.segment_imports order by version desc")
                        .query(StoredSegments::row)
                        .list());
    }

    /// The version in force; 0 when there is none.
    int newest() {
        return transactions.asOperator(() -> jdbc.sql(
                        "select coalesce(max(version), 0) from regions.segment_imports" + " where withdrawn_at is null")
                .query(Integer.class)
                .single());
    }

    /// Empty when it is no longer there.
    Optional<Segments> read(int version) {
        return transactions
                .asOperator(() -> jdbc.sql("select content from regions.segment_imports where version = ?")
                        .param(version)
                        .query(byte[].class)
                        .optional())
                .map(content -> Segments.read(new ByteArrayInputStream(content), RegionTable.own()));
    }

    /// Puts these segments in force.
    SegmentVersion add(Segments segments, Label label) {
        var content = packed(segments);
        return transactions.asOperator(() -> {
            jdbc.sql("lock table regions.segment_imports in share row exclusive mode")
                    .update();
            int version = last() + 1;
            var now = SqlTime.of(clock.instant());
            jdbc.sql(
                            "insert into regions.segment_imports (version, name, dated, author, imported_at, segments, content)"
                                    + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(version, label.name(), label.dated(), label.author(), now, segments.count(), content)
                    .update();
            jdbc.sql("delete from regions.segment_imports where version <= ?")
                    .param(version - KEPT)
                    .update();
            return new SegmentVersion(
                    version,
                    label.name(),
                    label.dated(),
                    label.author(),
                    now.toInstant(),
                    segments.count(),
                    Optional.empty());
        });
    }

    /// Withdrawn ones count, so that a version's number is never another's.
    private int last() {
        return jdbc.sql("select coalesce(max(version), 0) from regions.segment_imports")
                .query(Integer.class)
                .single();
    }

    /// Takes an import out of force.
    ///
    /// @return false when there was none, or it was withdrawn before
    boolean withdraw(int version) {
        return transactions.asOperator(() -> jdbc.sql("update regions.segment_imports set withdrawn_at = ?"
                                + " where version = ? and withdrawn_at is null")
                        .params(SqlTime.of(clock.instant()), version)
                        .update()
                > 0);
    }

    private static byte[] packed(Segments segments) {
        try (var out = new ByteArrayOutputStream()) {
            segments.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SegmentVersion row(ResultSet row, int index) throws SQLException {
        return new SegmentVersion(
                row.getInt("version"),
                row.getString("name"),
                row.getObject("dated", LocalDate.class),
                row.getString("author"),
                SqlTime.read(row, "imported_at"),
                row.getInt("segments"),
                SqlTime.readIfPresent(row, "withdrawn_at"));
    }
}
