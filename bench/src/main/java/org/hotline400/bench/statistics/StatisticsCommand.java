package org.hotline400.bench.statistics;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.hotline400.bench.BenchFailedException;
import org.hotline400.bench.platform.Machine;
import org.hotline400.bench.platform.PlatformDatabase;
import org.hotline400.bench.platform.PlatformSettings;
import org.hotline400.bench.platform.PlatformUnderTest;
import org.hotline400.bench.platform.Ports;
import org.hotline400.bench.platform.RestApi;
import org.hotline400.bench.report.Figure;
import org.hotline400.bench.report.Goal;
import org.hotline400.bench.report.Report;
import org.hotline400.bench.report.ReportOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures the statistics of one enterprise.
@Command(
        name = "statistics",
        mixinStandardHelpOptions = true,
        description = {
            "How long the statistics of an enterprise take over REST: a month of calls beside the month before.",
            "Each of what its page of the console shows, one question after the other."
        })
public final class StatisticsCommand implements Callable<Integer> {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int DAYS = 30;
    private static final int WARM_UPS = 3;
    private static final double MOST_SECONDS = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--calls",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Calls of the month, and as many of the month before (${DEFAULT-VALUE}).")
    private int calls;

    @Option(
            names = "--times",
            paramLabel = "N",
            defaultValue = "20",
            description = "How often each is asked after a warm-up (${DEFAULT-VALUE}).")
    private int times;

    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Override
    public Integer call() {
        checkRange("--calls", calls, 10_000_000);
        checkRange("--times", times, 1_000);
        report.deliver(
                new Report(
                        "statistics",
                        "Statistics",
                        Instant.now(),
                        Machine.here(),
                        "./hotline bench "
                                + String.join(
                                        " ",
                                        spec.root()
                                                .commandLine()
                                                .getParseResult()
                                                .originalArgs()),
                        measure(),
                        List.of(
                                "%,d calls of one enterprise in the %d days asked for, as many in those before; asked over REST,"
                                                .formatted(calls, DAYS)
                                        + " one question after the other, %d times each.".formatted(times))),
                spec.commandLine().getOut());
        return 0;
    }

    private static void checkRange(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new BenchFailedException(2, option + " takes 1 to " + most + ", was " + value);
        }
    }

    private List<Figure> measure() {
        var nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free());
        try (var platform = PlatformUnderTest.start(PlatformSettings.withTrunk(nobody));
                var operator = new RestApi(platform.http(), platform.operatorKey())) {
            var tenant = operator.post("/api/v1/tenants", "{\"name\": \"Enterprise of many calls\"}")
                    .at("/id")
                    .asString();
            var key = operator.post("/api/v1/api-keys?tenant=" + tenant, "{\"name\": \"bench\", \"scopes\": [\"*\"]}")
                    .at("/token")
                    .asString();
            var to = LocalDate.now(CHINA);
            write(platform, tenant, to);
            try (var enterprise = new RestApi(platform.http(), key)) {
                return figures(enterprise, "?from=" + to.minusDays(DAYS) + "&to=" + to);
            }
        }
    }

    private void write(PlatformUnderTest platform, String tenant, LocalDate to) {
        try (var connection = PlatformDatabase.connect(platform)) {
            var counted = new CountedCalls(connection, tenant);
            counted.write(calls, to.minusDays(2L * DAYS), DAYS);
            counted.write(calls, to.minusDays(DAYS), DAYS);
            counted.analyze();
        } catch (SQLException e) {
            throw new BenchFailedException("the calls cannot be written: " + e.getMessage());
        }
    }

    private List<Figure> figures(RestApi enterprise, String period) {
        var figures = new ArrayList<Figure>();
        for (var what : List.of("calls", "menus", "callers", "missed")) {
            var took = ask(enterprise, "/api/v1/statistics/" + what + period);
            figures.add(new Figure(
                    "statistics of %,d calls: %s, median".formatted(calls, what),
                    took[took.length / 2],
                    "s",
                    new Goal.AtMost(MOST_SECONDS, MOST_SECONDS),
                    List.of()));
            figures.add(Figure.told("– the slowest of %d".formatted(times), took[took.length - 1], "s"));
        }
        return figures;
    }

    /// @return the seconds that each took, the shortest first
    private double[] ask(RestApi enterprise, String path) {
        for (int i = 0; i < WARM_UPS; i++) {
            enterprise.get(path);
        }
        var took = new double[times];
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            enterprise.get(path);
            took[i] = (System.nanoTime() - began) / 1e9;
        }
        Arrays.sort(took);
        return took;
    }
}
