package org.hotline400.bench.calls;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.hotline400.bench.BenchFailedException;
import org.hotline400.bench.platform.Children;
import org.hotline400.bench.platform.Machine;
import org.hotline400.bench.report.Report;
import org.hotline400.bench.report.ReportOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures calls a second.
@Command(
        name = "calls",
        mixinStandardHelpOptions = true,
        description = {
            "Calls a second, CPU a call, set-up time, overload and restart, with SIPp as callers and as carrier.",
            "Every call goes through admission and a published plan (working hours, then a forward through the trunk) and"
                    + " is hung up at once. Kamailio is measured beside, where it is installed."
        })
public final class CallsCommand implements Callable<Integer> {
    private static final int LONGEST = 3600;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    static final class Rate {
        @Option(
                names = "--rate",
                paramLabel = "N",
                required = true,
                description = "Measures at N calls a second, carried or not.")
        private @Nullable Integer rate;

        @Option(
                names = "--find",
                required = true,
                description = "Finds the highest rate of which less than one call in a thousand fails (the default).")
        private boolean find;
    }

    @ArgGroup
    private @Nullable Rate rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "45",
            description = "Length of the run that counts (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "20",
            description = "Seconds of load before anything is measured (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--numbers",
            paramLabel = "N",
            defaultValue = "10000",
            description = "400 numbers in service, each with its plan (default: ${DEFAULT-VALUE}).")
    private int numbers;

    @Option(names = "--quick", description = "Leaves out SIPp alone, half the rate, overload, restart and Kamailio.")
    private boolean quick;

    @Option(names = "--alone", description = "Leaves out Kamailio.")
    private boolean alone;

    @Option(
            names = "--jfr",
            paramLabel = "FILE",
            description = "Keeps a profile of the run that counts (JDK Flight Recorder).")
    private @Nullable Path jfr;

    @Option(
            names = "--java",
            paramLabel = "OPTION",
            description = "Handed to the platform's Java, such as --java=-Xmx1g; may be repeated.")
    private List<String> javaOptions = List.of();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var order = order();
        Sipp.requireInstalled();
        var out = spec.commandLine().getOut();
        var machine = Machine.here();
        boolean carried;
        out.println(machine.text());
        var folder = Children.folder("calls");
        try {
            var bench = new CallsBench(order, folder, out);
            bench.run();
            carried = bench.isCarried();
            report.deliver(
                    new Report(
                            "calls",
                            "Calls a second",
                            Instant.now(),
                            machine,
                            command(),
                            bench.figures(),
                            bench.notes()),
                    out);
        } finally {
            Children.remove(folder);
        }
        return carried ? 0 : 1;
    }

    private CallsOrder order() {
        checkRange("--seconds", seconds, 1, LONGEST);
        checkRange("--warm-up", warmUp, 0, LONGEST);
        var given = rate == null || rate.find || rate.rate == null ? OptionalInt.empty() : OptionalInt.of(rate.rate);
        given.ifPresent(value -> checkRange("--rate", value, 1, 100_000));
        return new CallsOrder(given, seconds, warmUp, numbers, quick, !alone, Optional.ofNullable(jfr), javaOptions);
    }

    private static void checkRange(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new BenchFailedException(2, option + " takes " + least + " to " + most + ", was " + value);
        }
    }

    private String command() {
        // All words of the line, `calls` among them.
        return "./hotline bench "
                + String.join(" ", spec.commandLine().getParseResult().originalArgs());
    }
}
