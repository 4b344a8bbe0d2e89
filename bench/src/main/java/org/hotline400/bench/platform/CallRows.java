package org.hotline400.bench.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.hotline400.bench.BenchFailedException;

/// The rows of the embedded PostgreSQL, counted from outside with the superuser's password of the data folder.
public final class CallRows implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    /// In `postmaster.pid`.
    private static final int PORT_LINE = 3;

    private final Connection connection;

    private CallRows(Connection connection) {
        this.connection = connection;
    }

    public static CallRows of(PlatformUnderTest platform) {
        Path data = platform.data();
        try {
            var port = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                    .get(PORT_LINE)
                    .strip();
            var password = Files.readString(data.resolve("secrets").resolve("postgres-superuser"))
                    .strip();
            return new CallRows(DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/hotline?sslmode=disable", "postgres", password));
        } catch (IOException | SQLException e) {
            throw new BenchFailedException("the platform's embedded PostgreSQL cannot be asked: " + e.getMessage());
        }
    }

    /// How many records there are.
    public long count() {
        return byEnd().values().stream().mapToLong(Long::longValue).sum();
    }

    /// How many by the reason why they ended.
    public Map<String, Long> byEnd() {
        var counts = new TreeMap<String, Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select end_reason, count(*) from calls.call_records group by end_reason")) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
            return counts;
        } catch (SQLException e) {
            throw new BenchFailedException("the platform's records cannot be counted: " + e.getMessage());
        }
    }

    /// Waits until the writer has caught up: so many rows are there, or the time is over.
    ///
    /// @return how many there are then
    public long await(long rows, Duration atMost) throws InterruptedException {
        var deadline = System.nanoTime() + atMost.toNanos();
        long there = count();
        while (there < rows && System.nanoTime() < deadline) {
            Thread.sleep(POLL);
            there = count();
        }
        return there;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new BenchFailedException("the connection to PostgreSQL does not close: " + e.getMessage());
        }
    }
}
