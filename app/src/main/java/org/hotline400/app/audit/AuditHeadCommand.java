package org.hotline400.app.audit;

import java.util.concurrent.Callable;
import org.hotline400.app.DatabaseOptions;
import org.hotline400.server.identity.audit.AuditInspection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Tells where each chain ends.
@Command(
        name = "head",
        mixinStandardHelpOptions = true,
        description = {
            "Prints where each tenant's chain ends: tenant, sequence, hash, one line each.",
            "Keep the lines where the platform's people cannot change them (a printout, another company's mailbox):"
                    + " ./hotline audit verify --head FILE proves later that nothing up to there was cut off or"
                    + " written anew."
        })
final class AuditHeadCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final DatabaseOptions options = new DatabaseOptions();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        StoredTrail.look(options, AuditInspection::heads).forEach(head -> out.println(head.text()));
        out.flush();
        return 0;
    }
}
