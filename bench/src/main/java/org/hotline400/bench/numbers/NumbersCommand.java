package org.hotline400.bench.numbers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hotline400.bench.BenchFailedException;
import org.hotline400.bench.platform.Machine;
import org.hotline400.bench.platform.PlatformSettings;
import org.hotline400.bench.platform.PlatformUnderTest;
import org.hotline400.bench.platform.Ports;
import org.hotline400.bench.platform.PostgresPrograms;
import org.hotline400.bench.report.Report;
import org.hotline400.bench.report.ReportOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures how fast numbers are found.
@Command(
        name = "numbers",
        mixinStandardHelpOptions = true,
        description = {
            "All ten million numbers: grading, the index, 10,000 mixed searches in process, the same by HTTP at planned"
                    + " times, and beside PostgreSQL with trigram and B-tree indexes.",
            "Fails when a search fails, or PostgreSQL finds other numbers than the platform. Takes some ten minutes and"
                    + " 3 GB of disk; a minute and no disk with --quick."
        })
public final class NumbersCommand implements Callable<Integer> {
    private static final int MIX = 10_000;

    /// More than any rate that is measured.
    private static final String NO_LIMIT = "-Dhotline.numbers.visitor-rate=1000000";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "200",
            description = "Searches a second by HTTP (${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "30",
            description = "How long by HTTP, after a minute of warm-up (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--postgres-seconds",
            paramLabel = "N",
            defaultValue = "120",
            description = "How long PostgreSQL is asked, as far as it comes (${DEFAULT-VALUE}).")
    private int postgresSeconds;

    @Option(names = "--quick", description = "Leaves PostgreSQL out.")
    private boolean quick;

    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var order = order();
        say(Machine.here().text());
        var figures = measure(order);
        report.deliver(
                new Report(
                        "numbers",
                        "Finding numbers",
                        Instant.now(),
                        Machine.here(),
                        command(),
                        figures.all(),
                        figures.notes()),
                spec.commandLine().getOut());
        return 0;
    }

    private NumbersOrder order() {
        checkRange("--rate", rate, 10_000);
        checkRange("--seconds", seconds, 600);
        checkRange("--postgres-seconds", postgresSeconds, 3600);
        return new NumbersOrder(rate, Duration.ofSeconds(seconds), quick, Duration.ofSeconds(postgresSeconds));
    }

    private static void checkRange(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new BenchFailedException(2, option + " takes 1 to " + most + ", was " + value);
        }
    }

    private NumbersFigures measure(NumbersOrder order) throws IOException, InterruptedException {
        say("the platform's own process measures…");
        var own = MeasureNumbers.figures();
        var mix = MeasureNumbers.mix(MIX);
        try (var platform = PlatformUnderTest.start(settings())) {
            say("searches by HTTP…");
            var http = ByHttp.measure(platform, mix, order);
            if (order.quick()) {
                return new NumbersFigures(own, http, Optional.empty());
            }
            var programs = PostgresPrograms.of(platform);
            // From here on the machine is PostgreSQL's alone.
            platform.stop();
            var beside = Beside.measure(programs, mix, http, order.postgres(), this::say);
            return new NumbersFigures(own, http, Optional.of(beside));
        }
    }

    /// Nobody calls: the carrier is a port at which nobody listens.
    private static PlatformSettings settings() {
        return PlatformSettings.withTrunk(new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free()))
                .withJavaOptions(List.of(NO_LIMIT));
    }

    private void say(String text) {
        var out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }

    private String command() {
        return "./hotline bench "
                + String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
    }
}
