package org.hotline400.app.ledger;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The books, from the command line.
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = "Proves that the books are right. The platform may be running.",
        subcommands = LedgerVerifyCommand.class)
public final class LedgerCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command: verify");
    }
}
