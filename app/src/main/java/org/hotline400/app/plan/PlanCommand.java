package org.hotline400.app.plan;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What can be done with a plan document from a terminal.
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Checks, simulates and publishes call plans.",
        subcommands = {
            PlanCheckCommand.class,
            PlanSimulateCommand.class,
            PlanPublishCommand.class,
            CommandLine.HelpCommand.class
        })
public final class PlanCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name what to do: check, simulate or publish");
    }
}
