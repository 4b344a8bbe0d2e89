package org.hotline400.app.keys;

import java.util.concurrent.Callable;
import org.hotline400.app.DatabaseOptions;
import org.hotline400.server.vault.KeyCustody;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Lists the keys.
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = {
            "Lists master keys and data keys by id, number and age; never a key itself.",
            "The platform may be running. What the keys are for: docs/keys.md."
        },
        subcommands = {RotateCommand.class, ResealCommand.class})
public final class KeysCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final DatabaseOptions options = new DatabaseOptions();

    @Override
    public Integer call() {
        KeyCustody.Report report = Custody.work(options, KeyCustody::report);
        var out = spec.commandLine().getOut();
        report.masters().forEach(master -> out.println(line(master)));
        report.data().forEach(data -> out.println(line(data)));
        return report.masters().stream().anyMatch(KeysCommand::isMissed) ? 1 : 0;
    }

    private static boolean isMissed(KeyCustody.Master master) {
        return master.place().isEmpty();
    }

    private static String line(KeyCustody.Master master) {
        return "master key %s  %-8s wraps %d, %s"
                .formatted(
                        master.id(),
                        isMissed(master) ? "MISSING" : master.current() ? "current" : "former",
                        master.keys(),
                        master.place().orElse("which cannot be read without it"));
    }

    private static String line(KeyCustody.Data data) {
        return "data keys %-15s %d of %d, made %s to %s"
                .formatted(data.kind(), data.keys(), data.owners(), data.oldest(), data.newest());
    }
}
