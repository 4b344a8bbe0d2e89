package org.hotline400.app.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hotline400.app.CommandFailedException;
import org.hotline400.server.callplans.CheckedPlan;
import org.hotline400.server.callplans.Finding;
import org.hotline400.server.callplans.PlacedFinding;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Checks a plan, without a server unless one is named.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a plan: its form, whether its steps lead anywhere, whether its examples hold. Needs no server; prompts,"
                    + " extensions and confirmed lines are assumed to be there unless --server asks one.",
            "Each finding is a line FILE:LINE:COLUMN: CODE: MESSAGE. Exit code 0: sound; 1: errors; 2: wrong options;"
                    + " 3: the server refused; 4: nothing answers there."
        })
final class PlanCheckCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "The plan document.")
    @SuppressWarnings("NullAway.Init") // picocli insists on it
    private Path file;

    @Option(names = "--number", paramLabel = "NUMBER", description = "With --server: the 400 number it is for.")
    private @Nullable String number;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Override
    public Integer call() {
        var plan = PlanFile.read(file);
        return PlanOutcome.tell(
                spec.commandLine().getOut(),
                plan,
                server.given() ? asked(plan) : PlacedFinding.in(plan.text(), own(plan)));
    }

    private List<PlacedFinding> asked(PlanFile plan) {
        if (number == null) {
            throw new CommandFailedException(2, "--server wants --number: whose prompts and phones are meant");
        }
        return server.api().check(number, plan.text()).findings();
    }

    private static List<Finding> own(PlanFile plan) {
        return switch (OfflinePlans.check(plan)) {
            case CheckedPlan.Sound sound -> sound.warnings();
            case CheckedPlan.Faulty faulty -> faulty.findings();
        };
    }
}
