package org.hotline400.app.plan;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Publishes a plan on a running platform.
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = {
            "Publishes a plan for a number of a running platform; it is live within a second, calls under way keep theirs.",
            "The API key comes from the environment (" + ServerOptions.KEY + ") or a file. Exit code 0: published;"
                    + " 1: the plan has errors, the live one stays; 2: wrong options; 3: the server refused;"
                    + " 4: nothing answers there."
        })
final class PlanPublishCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "The plan document.")
    @SuppressWarnings("NullAway.Init") // picocli insists on it
    private Path file;

    @Option(names = "--number", paramLabel = "NUMBER", required = true, description = "The 400 number.")
    @SuppressWarnings("NullAway.Init") // picocli insists on it
    private String number;

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "Why, for the list of versions.")
    @SuppressWarnings("NullAway.Init") // picocli sets the default
    private String note;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Override
    public Integer call() {
        var plan = PlanFile.read(file);
        var answer = server.api().publish(number, plan.text(), note);
        var out = spec.commandLine().getOut();
        var code = PlanOutcome.tell(out, plan, answer.findings());
        if (answer.done()) {
            out.println("published: version " + answer.body().path("version").asInt() + " of " + number);
            out.flush();
            return 0;
        }
        return Math.max(code, PlanOutcome.FAULTY);
    }
}
