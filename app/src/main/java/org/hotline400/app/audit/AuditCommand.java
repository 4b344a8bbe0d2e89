package org.hotline400.app.audit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The audit trail, from the command line.
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Proves that the audit trail is as it was written. The platform may be running.",
        subcommands = {AuditVerifyCommand.class, AuditHeadCommand.class})
public final class AuditCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command: verify or head");
    }
}
