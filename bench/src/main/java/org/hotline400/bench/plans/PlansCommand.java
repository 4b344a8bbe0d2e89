package org.hotline400.bench.plans;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.hotline400.bench.BenchFailedException;
import org.hotline400.bench.platform.HotlineCommand;
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
        return new HotlineCommand("1g", List.of("measure-plans", "--seconds", Integer.toString(seconds)))
                .printed(WITHIN);
    }

    private String command() {
        return "./hotline bench "
                + String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
    }
}
