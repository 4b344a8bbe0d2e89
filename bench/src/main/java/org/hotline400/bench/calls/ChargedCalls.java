package org.hotline400.bench.calls;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.hotline400.bench.BenchFailedException;
import org.hotline400.bench.platform.CallRows;
import org.hotline400.bench.platform.Children;
import org.hotline400.bench.platform.PlatformDatabase;
import org.hotline400.bench.platform.PlatformSettings;
import org.hotline400.bench.platform.PlatformUnderTest;
import org.hotline400.bench.platform.Provisioning;
import org.hotline400.bench.platform.RestApi;

/// The calls of `bench calls` at one rate, on one platform: first to numbers without contracts, then to the
/// same numbers with them.
public final class ChargedCalls {
    /// Until contracts that were signed are in the platform's memory.
    private static final int MOST_ATTEMPTS = 10;

    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration ISSUED_WITHIN = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(2);

    private final Order order;
    private final PrintWriter out;
    private final InetSocketAddress carrier = CallsBench.freeAddress();
    private final List<String> numbers;

    /// @param warmUp seconds of load before each of both is measured
    public record Order(int rate, int seconds, int warmUp, int numbers) {}

    /// Signs contracts for all numbers in service, and gives their customers money.
    @FunctionalInterface
    public interface Signing {
        void sign(Connection connection) throws SQLException;
    }

    /// What a call costs the machine.
    ///
    /// @param perSecond calls completed a second
    /// @param isCarried whether less than one call in a thousand failed and each has all its rows
    /// @param ownMilliseconds CPU a call of the platform's own process
    /// @param postgresMilliseconds of its PostgreSQL
    /// @param lastAfter seconds after the last call until the last row was there
    public record Charge(
            double perSecond,
            boolean isCarried,
            double ownMilliseconds,
            double postgresMilliseconds,
            double lastAfter,
            long calls) {
        static Charge of(Measurement measured) {
            return new Charge(
                    measured.result().completedPerSecond(),
                    measured.isCarried(),
                    measured.ownCpuMilliseconds(),
                    measured.descendantsCpuMilliseconds(),
                    measured.settled().after().toMillis() / 1e3,
                    measured.completed());
        }

        public double milliseconds() {
            return ownMilliseconds + postgresMilliseconds;
        }
    }

    public record Both(Charge free, Charge charged) {}

    public ChargedCalls(Order order, PrintWriter out) {
        this.order = order;
        this.out = out;
        this.numbers = Provisioning.numbers(order.numbers());
    }

    public Both measure(Signing signing) throws IOException, InterruptedException {
        Sipp.requireInstalled();
        var folder = Children.folder("charged-calls");
        try (var _ = Sipp.carrier(carrier);
                var platform = PlatformUnderTest.start(PlatformSettings.withTrunk(carrier))) {
            try (var api = new RestApi(platform.http(), platform.operatorKey())) {
                new Provisioning(platform, api).load(order.numbers(), CallsBench.plan());
            }
            return both(platform, CallList.write(folder, numbers), signing);
        } finally {
            Children.remove(folder);
        }
    }

    private Both both(PlatformUnderTest platform, Path calls, Signing signing) throws InterruptedException {
        try (var rows = CallRows.of(platform);
                var connection = PlatformDatabase.connect(platform)) {
            var road = new PlatformRoad(platform, rows);
            var free = new Runs(road, calls, numbers, out);
            warmUp(free);
            var without = free.run("full length", load(order.seconds()));
            signing.sign(connection);
            awaitMinutes(connection);
            awaitContracts(new Runs(new ChargedRoad(road, connection, SOON), calls, numbers, out));
            var charged = new Runs(new ChargedRoad(road, connection, SETTLED_WITHIN), calls, numbers, out);
            warmUp(charged);
            var with = charged.run("full length", load(order.seconds()));
            return new Both(Charge.of(without), Charge.of(with));
        } catch (SQLException e) {
            throw new BenchFailedException("contracts cannot be signed: " + e.getMessage());
        }
    }

    private Load load(int seconds) {
        return new Load(order.rate(), seconds);
    }

    private void warmUp(Runs runs) throws InterruptedException {
        if (order.warmUp() > 0) {
            runs.run("warm-up", load(order.warmUp()));
        }
    }

    /// The platform issues the bundled minutes of contracts that were not signed through it within a minute or two.
    private static void awaitMinutes(Connection connection) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + ISSUED_WITHIN.toNanos();
        while (count(connection, "charging.grants") < count(connection, "tariffs.contracts")) {
            if (System.nanoTime() > deadline) {
                throw new BenchFailedException("the minutes of contracts are not issued");
            }
            Thread.sleep(POLL);
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void awaitContracts(Runs runs) throws InterruptedException {
        for (int i = 0; i < MOST_ATTEMPTS; i++) {
            if (runs.run("first charged calls", new Load(20, 1)).isCarried()) {
                return;
            }
        }
        throw new BenchFailedException("calls to numbers with contracts are not settled");
    }
}
