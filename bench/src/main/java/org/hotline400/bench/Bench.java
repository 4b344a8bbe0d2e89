package org.hotline400.bench;

import java.util.Locale;
import org.hotline400.bench.calls.CallsCommand;
import org.hotline400.bench.charging.ChargingCommand;
import org.hotline400.bench.media.MediaCommand;
import org.hotline400.bench.numbers.NumbersCommand;
import org.hotline400.bench.plans.PlansCommand;
import org.hotline400.bench.soak.SoakCommand;
import org.hotline400.bench.statistics.StatisticsCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The command line of the bench.
@Command(
        name = "./hotline bench",
        description = {
            "Measures the platform beside its peers, on this machine, over loopback.",
            "The last results are kept in docs/benchmarks.md."
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            CallsCommand.class,
            MediaCommand.class,
            PlansCommand.class,
            NumbersCommand.class,
            ChargingCommand.class,
            StatisticsCommand.class,
            SoakCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Bench implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private Bench() {}

    public static void main(String[] arguments) {
        // Figures have a decimal point, whatever the language of this machine.
        Locale.setDefault(Locale.ROOT);
        System.exit(commandLine().execute(arguments));
    }

    /// The whole command line, ready to execute.
    public static CommandLine commandLine() {
        return new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Bench::explain);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof BenchFailedException foreseen) {
            command.getErr().println("hotline: " + foreseen.getMessage());
            return foreseen.exitCode();
        }
        command.getErr().println("hotline: this is a fault of the bench, please report it:");
        failure.printStackTrace(command.getErr());
        return 1;
    }
}
