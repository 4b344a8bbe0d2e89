package org.hotline400.app;

import org.hotline400.app.audit.AuditCommand;
import org.hotline400.app.backup.BackupCommand;
import org.hotline400.app.backup.RestoreCommand;
import org.hotline400.app.call.CallCommand;
import org.hotline400.app.doctor.DoctorCommand;
import org.hotline400.app.keys.KeysCommand;
import org.hotline400.app.ledger.LedgerCommand;
import org.hotline400.app.measure.MeasureNumbersCommand;
import org.hotline400.app.measure.MeasurePlansCommand;
import org.hotline400.app.measure.RehearseCommand;
import org.hotline400.app.number.NumberCommand;
import org.hotline400.app.plan.PlanCommand;
import org.hotline400.app.run.DemoCommand;
import org.hotline400.app.run.RunCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command line of Hotline400.
@Command(
        name = "./hotline",
        description = "An open platform for China's enterprise 400 hotlines.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            CallCommand.class,
            PlanCommand.class,
            NumberCommand.class,
            DoctorCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            KeysCommand.class,
            AuditCommand.class,
            LedgerCommand.class,
            MeasurePlansCommand.class,
            MeasureNumbersCommand.class,
            RehearseCommand.class,
            VersionCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Hotline implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private Hotline() {}

    public static void main(String[] arguments) {
        // The server configures logging anew when it starts; the other commands keep this.
        System.setProperty("logback.configurationFile", "logback-commands.xml");
        System.exit(commandLine().execute(arguments));
    }

    /// The whole command line, ready to execute.
    public static CommandLine commandLine() {
        return new CommandLine(new Hotline())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Hotline::explain);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command");
    }

    /// A failure that a command foresaw is one line; anything else is a fault of ours and shows where it is.
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof CommandFailedException foreseen) {
            command.getErr().println("hotline: " + foreseen.getMessage());
            return foreseen.exitCode();
        }
        command.getErr().println("hotline: this is a fault of the program, please report it:");
        failure.printStackTrace(command.getErr());
        return 1;
    }
}
