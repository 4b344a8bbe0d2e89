package org.hotline400.bench.plans;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.hotline400.bench.BenchFailedException;
import org.hotline400.bench.platform.Children;
import org.hotline400.bench.platform.HomeFolder;
import org.hotline400.bench.platform.Machine;
import org.hotline400.bench.report.Report;
import org.hotline400.bench.report.ReportOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures how fast plans decide.
@Command(
        name = "plans",
        mixinStandardHelpOptions = true,
        description = {
            "Decisions a second on one core: a plan of 20 steps with regions, hours and a list of 100,000 entries.",
            "Also look-ups of regions, and the reading of 10,000 plans as at start."
        })
public final class PlansCommand implements Callable<Integer> {
    private static final Duration WITHIN = Duration.ofMinutes(5);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "5",
            description = "How long each figure is measured, after as long a warm-up (${DEFAULT-VALUE}).")
    private int seconds;

    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (seconds < 1 || seconds > 60) {
            throw new BenchFailedException(2, "--seconds takes 1 to 60, was " + seconds);
        }
        var measured = PlanFigures.read(measure());
        report.deliver(
                new Report(
                        "plans",
                        "Deciding",
                        Instant.now(),
                        Machine.here(),
                        command(),
                        measured,
                        List.of(
                                "One thread of the platform's own process (hotline measure-plans), nothing beside it.")),
                spec.commandLine().getOut());
        return 0;
    }

    private String measure() throws IOException, InterruptedException {
        var folder = Children.folder("plans");
        try {
            var output = folder.resolve("figures.json");
            var builder = new ProcessBuilder(new ArrayList<>(List.of(
                    HomeFolder.path().resolve("hotline").toString(),
                    "measure-plans",
                    "--seconds",
                    Integer.toString(seconds))));
            builder.environment().put("HOTLINE_BUILD", "no");
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            // Short commands are compiled little and have little heap; this one is measured.
            builder.environment().put("HOTLINE_JAVA_OPTS", "-XX:TieredStopAtLevel=4 -Xmx1g");
            var process = Children.start(builder.redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(output.toFile()));
            if (!process.waitFor(WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                Children.end(process, Duration.ofSeconds(5));
                throw new BenchFailedException("measuring took longer than " + WITHIN.toMinutes() + " minutes");
            }
            if (process.exitValue() != 0) {
                throw new BenchFailedException("hotline measure-plans ended with " + process.exitValue());
            }
            return Files.readString(output, StandardCharsets.UTF_8);
        } finally {
            Children.remove(folder);
        }
    }

    private String command() {
        return "./hotline bench "
                + String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
    }
}
