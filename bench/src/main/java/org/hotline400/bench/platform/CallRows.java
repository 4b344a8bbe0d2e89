package org.hotline400.bench.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.hotline400.bench.BenchFailedException;

/// The rows of the embedded PostgreSQL, counted from outside with the superuser's password of the data folder.
public final class CallRows implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Connection connection;

    private CallRows(Connection connection) {
        this.connection = connection;
    }

    public static CallRows of(PlatformUnderTest platform) {
        return new CallRows(PlatformDatabase.connect(platform));
    }

    /// How many calls have a record that says they were completed.
    public long completed() {
        return byEnd().getOrDefault("completed", 0L);
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

    /// Waits until the writer has caught up: so many completed calls have a record, or the time is over.
    ///
    /// @return how many have one then
    public long awaitCompleted(long calls, Duration atMost) throws InterruptedException {
        var deadline = System.nanoTime() + atMost.toNanos();
        long there = completed();
        while (there < calls && System.nanoTime() < deadline) {
            Thread.sleep(POLL);
            there = completed();
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
