package org.hotline400.bench.numbers;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.hotline400.bench.BenchFailedException;
import org.postgresql.PGConnection;

/// All numbers as a table of PostgreSQL with the indexes one would give it: what the catalogue is measured
/// beside.
final class NumbersTable {
    private static final String COPY =
            "copy numbers (digits, class, memorability, fee, carrier, kinds, available) from stdin with (freeze)";

    /// Into shared memory, as far as there is room.
    private static final String WARM = """
            select sum(pg_prewarm(oid::regclass)) from pg_class
             where oid = 'numbers'::regclass
                or oid in (select indexrelid from pg_index where indrelid = 'numbers'::regclass)""";

    private static final String SIZE =
            "select pg_table_size('numbers'), pg_indexes_size('numbers'), pg_relation_size('by_trigram')";

    private final Connection connection;

    /// @param connection of a superuser: to fill the table it is taken out of auto-commit
    NumbersTable(Connection connection) {
        this.connection = connection;
    }

    /// @param patterns codes of those that numbers are graded by; in the table each is its place here
    /// @param rows how many numbers there are
    /// @param fill from the first grade to the last row
    /// @param index from then until every index is built and the planner knows the values
    /// @param tableMegabytes without indexes
    /// @param indexMegabytes of all indexes
    /// @param trigramMegabytes of them that of trigrams
    record Filled(
            List<String> patterns,
            long rows,
            Duration fill,
            Duration index,
            double tableMegabytes,
            double indexMegabytes,
            double trigramMegabytes) {
        Filled {
            patterns = List.copyOf(patterns);
        }
    }

    /// Makes, fills and indexes the table, and reads all of it into memory.
    ///
    /// @param dump what `hotline measure-numbers --dump` prints: a line with the codes of all patterns, then
    /// one for each number as COPY takes it
    Filled fill(InputStream dump) throws IOException {
        try {
            long begin = System.nanoTime();
            var rows = new BufferedInputStream(dump, 1 << 16);
            var patterns = List.of(firstLine(rows).split(" ", -1));
            long count = copy(rows);
            long filled = System.nanoTime();
            index();
            long indexed = System.nanoTime();
            execute("create extension pg_prewarm", WARM);
            return measured(patterns, count, Duration.ofNanos(filled - begin), Duration.ofNanos(indexed - filled));
        } catch (SQLException e) {
            throw new BenchFailedException("the numbers cannot be brought into PostgreSQL: " + e.getMessage());
        }
    }

    private static String firstLine(InputStream dump) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int read = dump.read(); read != '\n'; read = dump.read()) {
            if (read < 0) {
                throw new BenchFailedException("hotline measure-numbers printed no numbers");
            }
            line.write(read);
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    /// In the transaction that makes the table, so that rows need not be written to the log, or looked at
    /// again.
    private long copy(InputStream rows) throws SQLException, IOException {
        connection.setAutoCommit(false);
        execute(statements("table.sql"));
        long count = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, rows);
        connection.commit();
        connection.setAutoCommit(true);
        return count;
    }

    private void index() throws SQLException, IOException {
        execute("create extension pg_trgm");
        execute(statements("indexes.sql"));
        execute("analyze numbers");
    }

    private static String[] statements(String file) throws IOException {
        try (var in = NumbersTable.class.getResourceAsStream("/numbers/" + file)) {
            if (in == null) {
                throw new IOException("the bench has no " + file);
            }
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split(";", -1))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toArray(String[]::new);
        }
    }

    private void execute(String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Filled measured(List<String> patterns, long rows, Duration fill, Duration index) throws SQLException {
        try (var statement = connection.createStatement();
                var sizes = statement.executeQuery(SIZE)) {
            sizes.next();
            return new Filled(
                    patterns,
                    rows,
                    fill,
                    index,
                    megabytes(sizes.getLong(1)),
                    megabytes(sizes.getLong(2)),
                    megabytes(sizes.getLong(3)));
        }
    }

    private static double megabytes(long bytes) {
        return bytes / 1e6;
    }
}
