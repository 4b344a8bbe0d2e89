package org.hotline400.app.plan;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.hotline400.app.CommandFailedException;
import org.hotline400.server.callplans.CheckedPlan;
import org.hotline400.server.callplans.PlacedFinding;
import org.hotline400.server.callplans.Situation;
import org.hotline400.server.callplans.SituationReader;
import org.hotline400.server.calls.PlanDirectory;
import org.hotline400.server.calls.RehearsedCourse;
import org.hotline400.server.calls.StoryTeller;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.TenantId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Says what a plan would do with a call.
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Says what a plan would do with a call, step by step with reasons, by the engine that leads live calls."
                    + " Nothing is called; needs no server; every prompt is assumed to last four seconds.",
            "Exit code 0: told; 1: the plan has errors; 2: wrong options."
        })
final class PlanSimulateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "The plan document.")
    @SuppressWarnings("NullAway.Init") // picocli insists on it
    private Path file;

    @Option(names = "--from", paramLabel = "NUMBER", description = "The calling number; \"\" withholds it.")
    private @Nullable String from;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "When, on Chinese clocks such as 2026-03-03T21:40, or an instant ending in Z (default: now).")
    private @Nullable String at;

    @Option(names = "--keys", paramLabel = "KEYS", description = "Keys that the caller presses, such as 1,2.")
    private @Nullable String keys;

    @Option(
            names = "--target",
            paramLabel = "NUMBER=DOES",
            description = "What a line does when it is rung: answers, busy, never-answers, declines, unreachable or"
                    + " failing. May be repeated.")
    private Map<String, String> targets = new TreeMap<>();

    @Option(names = "--others", paramLabel = "DOES", description = "What all other lines do (default: answers).")
    private @Nullable String others;

    @Option(names = "--hangs-up-after", paramLabel = "SECONDS", description = "When the caller loses patience.")
    private @Nullable Integer hangsUpAfter;

    @Override
    public Integer call() {
        var plan = PlanFile.read(file);
        return switch (OfflinePlans.checkWithoutExamples(plan)) {
            case CheckedPlan.Faulty faulty ->
                PlanOutcome.tell(spec.commandLine().getOut(), plan, PlacedFinding.in(plan.text(), faulty.findings()));
            case CheckedPlan.Sound sound -> {
                tell(new PlanDirectory.Listing.InService(TenantId.OPERATOR, RehearsedCourse.UNPUBLISHED, sound.plan()));
                yield 0;
            }
        };
    }

    private void tell(PlanDirectory.Listing listing) {
        var out = spec.commandLine().getOut();
        var call = OfflinePlans.rehearsal()
                .of(OfflinePlans.ANY_NUMBER, listing, situation())
                .call();
        var course = RehearsedCourse.course(call);
        StoryTeller.tell(call).forEach(line -> out.println(line.zh() + " · " + line.en()));
        out.println("path: " + String.join(" → ", course.path()));
        out.println("end: " + course.end());
        out.flush();
    }

    private Situation situation() {
        var checks = new Checks();
        try {
            var situation =
                    SituationReader.read(script(), "--", Clock.systemUTC().instant(), checks);
            checks.done();
            return situation;
        } catch (InvalidInputException e) {
            throw new CommandFailedException(2, String.valueOf(e.getMessage()));
        }
    }

    /// The options as the API would be asked.
    private ObjectNode script() {
        var script = JsonMapper.shared().createObjectNode();
        List.of(new Given("caller", from), new Given("at", at), new Given("keys", keys), new Given("others", others))
                .forEach(given -> given.into(script));
        if (hangsUpAfter != null) {
            script.put("hangsUpAfterSeconds", hangsUpAfter);
        }
        var rung = script.putObject("targets");
        targets.forEach(rung::put);
        return script;
    }

    private record Given(String name, @Nullable String value) {
        void into(ObjectNode script) {
            if (value != null) {
                script.put(name, value);
            }
        }
    }
}
