package org.hotline400.app.keys;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.hotline400.app.DatabaseOptions;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.vault.KeyCustody;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Rotates the master key, data keys, or forgets former master keys.
@Command(
        name = "rotate",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a new master key and wraps every data key by it; the one before is kept as keys/master.ID.old.",
            "The platform may be running. After a crash everything can be read: run it again to end it.",
            "Where HOTLINE_MASTER_KEY holds the master key, HOTLINE_MASTER_KEY_NEW must hold the new one."
        })
final class RotateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final DatabaseOptions options = new DatabaseOptions();

    @ArgGroup
    private Other other = new Other();

    /// At most one of them.
    static final class Other {
        @Option(
                names = "--tenants",
                arity = "0..1",
                paramLabel = "ID",
                fallbackValue = ALL,
                description = "New data keys instead: of all tenants and of the platform, or of this tenant only."
                        + " What is sealed from now on is under them; what was sealed stays readable.")
        private @Nullable String tenants;

        @Option(
                names = "--forget",
                description = "Remove the master keys that were kept, instead. Stop every node first.")
        private boolean forget;
    }

    private static final String ALL = "all";

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(done());
        return 0;
    }

    private String done() {
        if (other.forget) {
            var forgotten = Custody.work(options, KeyCustody::forgetFormer);
            return forgotten.isEmpty()
                    ? "there is no former master key to forget"
                    : "forgot the master keys " + String.join(", ", forgotten)
                            + "; backups taken before their rotation bring their own";
        }
        String tenants = other.tenants;
        if (tenants != null) {
            Optional<TenantId> tenant = tenants.equals(ALL) ? Optional.empty() : Optional.of(TenantId.of(tenants));
            return "made " + Custody.work(options, keys -> keys.rotateData(tenant)) + " new data keys";
        }
        var rotated = Custody.work(options, KeyCustody::rotateMaster);
        return "wrapped " + rotated.keys() + " data keys by the master key " + rotated.to() + " instead of "
                + rotated.from() + rotated.next().map(todo -> "\nNow " + todo).orElse("");
    }
}
