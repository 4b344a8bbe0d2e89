package org.hotline400.app.keys;

import java.util.concurrent.Callable;
import org.hotline400.app.DatabaseOptions;
import org.hotline400.server.vault.KeyCustody;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Seals anew what is under older data keys.
@Command(
        name = "reseal",
        mixinStandardHelpOptions = true,
        description = {
            "Seals papers and the platform's secrets anew that are under older data keys. Stop every node first.",
            "May be interrupted and run again."
        })
final class ResealCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final DatabaseOptions options = new DatabaseOptions();

    @Override
    public Integer call() {
        var resealed = Custody.work(options, KeyCustody::reseal);
        spec.commandLine()
                .getOut()
                .println("sealed " + resealed.files() + " files and " + resealed.secrets() + " secrets anew");
        return 0;
    }
}
