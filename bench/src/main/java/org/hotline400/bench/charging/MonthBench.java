package org.hotline400.bench.charging;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.hotline400.bench.BenchFailedException;
import org.hotline400.bench.platform.PlatformDatabase;
import org.hotline400.bench.platform.PlatformSettings;
import org.hotline400.bench.platform.PlatformUnderTest;
import org.hotline400.bench.platform.Ports;
import org.hotline400.bench.platform.RestApi;
import org.hotline400.bench.report.Figure;
import org.hotline400.bench.report.Goal;

/// Bills a month: customers with a contract each and their rated calls are written into the platform's own
/// database, then the operator issues the month over REST.
///
/// @param calls rated, of the month before this one
record MonthBench(int calls, int customers, Consumer<String> say) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final double MOST_SECONDS = 300;
    /// What the aim is for; fewer calls are told, not judged.
    private static final int FULL = 10_000_000;

    List<Figure> measure() throws IOException, InterruptedException {
        var nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free());
        try (var platform = PlatformUnderTest.start(PlatformSettings.withTrunk(nobody));
                var connection = PlatformDatabase.connect(platform)) {
            var month = LocalDate.now(ZONE).withDayOfMonth(1).minusMonths(1);
            long began = System.nanoTime();
            new RatedMonth(connection, Customers.add(connection, customers), month).write(calls);
            double loaded = seconds(began);
            say.accept("%,d rated calls written in %.0f s; billing…".formatted(calls, loaded));
            began = System.nanoTime();
            issue(platform, month);
            return figures(loaded, seconds(began), bills(connection, month));
        } catch (SQLException e) {
            throw new BenchFailedException("the month cannot be written: " + e.getMessage());
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static void issue(PlatformUnderTest platform, LocalDate month) {
        try (var api = new RestApi(platform.http(), platform.operatorKey())) {
            api.post("/api/v1/bill-months/" + month.toString().substring(0, 7) + "/issue", "{}", PATIENCE);
        }
    }

    private List<Figure> figures(double loaded, double billed, long bills) {
        if (bills != customers) {
            throw new BenchFailedException("there are " + bills + " bills for " + customers + " customers");
        }
        Goal goal = calls >= FULL ? new Goal.AtMost(MOST_SECONDS, MOST_SECONDS) : new Goal.None();
        return List.of(
                new Figure(
                        "a month billed: %,d calls, %,d customers".formatted(calls, customers),
                        billed,
                        "s",
                        goal,
                        List.of()),
                Figure.told("– bills issued", (double) bills, ""),
                Figure.told("– calls written before, by COPY", loaded, "s"));
    }

    private static long bills(Connection connection, LocalDate month) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from billing.bills where month = date '" + month + "'")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
