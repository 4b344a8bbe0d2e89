package org.hotline400.server.calls.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hotline400.server.callplans.CallPlans;
import org.hotline400.server.callplans.CheckedPlan;
import org.hotline400.server.callplans.PlanBounds;
import org.hotline400.server.callplans.PlanDrafts;
import org.hotline400.server.callplans.PlanRehearsal;
import org.hotline400.server.callplans.PublishedPlan;
import org.hotline400.server.callplans.SavedDraft;
import org.hotline400.server.callplans.SituationReader;
import org.hotline400.server.callplans.Words;
import org.hotline400.server.calls.PlanDirectory;
import org.hotline400.server.calls.Rehearsal;
import org.hotline400.server.calls.RehearsedCourse;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What would happen to a call.
@RestController
@RequestMapping("/api/v1/numbers/{number}/plan")
@Tag(name = "call plans")
class RehearsalController {
    private static final Problem UNKNOWN_NUMBER =
            Problem.notFound("numbers.unknown", "You have no such number.", "您没有这个号码。");
    private static final Problem NO_DRAFT =
            Problem.notFound("callplans.no-draft", "There is no draft for this number.", "该号码没有草稿。");
    private static final Problem NO_VERSION =
            Problem.notFound("callplans.version-unknown", "There is no such version.", "没有这个版本。");
    /// Which plan is meant; at most one of them.
    private static final List<String> PLANS = List.of("plan", "version", "draft");

    private final Rehearsal rehearsal;
    private final PlanDirectory directory;
    private final HotlineNumbers numbers;
    private final CallPlans plans;
    private final PlanDrafts drafts;
    private final Clock clock;

    RehearsalController(
            Rehearsal rehearsal,
            PlanDirectory directory,
            HotlineNumbers numbers,
            CallPlans plans,
            PlanDrafts drafts,
            Clock clock) {
        this.rehearsal = rehearsal;
        this.directory = directory;
        this.numbers = numbers;
        this.plans = plans;
        this.drafts = drafts;
        this.clock = clock;
    }

    /// @param hangUp what the network would be told
    record Rehearsed(CallBody call, String hangUp) {}

    /// A step of the path and why the call went on from it as it did.
    record PassedBody(String step, Words why) {
        static PassedBody of(PlanRehearsal.Passed passed) {
            return new PassedBody(passed.step(), passed.why());
        }
    }

    /// @param path the steps in order
    /// @param end why the call would end
    /// @param call the record that the call would leave, with its story
    /// @param hangUp what the network would be told
    record Simulated(List<String> path, List<PassedBody> steps, String end, CallBody call, String hangUp) {}

    @Operation(summary = "Say what would happen to a call", description = """
                    Runs the engine that leads live calls on a script and a virtual clock. Nothing is called. All members \
                    may be left out: `caller` (empty: withheld), `at` (a time in China, or an instant; now by default), \
                    `keys` ("1,2", or objects with `key` and `afterSeconds`), `targets` (by number: `answers`, `busy`, \
                    `never-answers`, `declines`, `unreachable`, `failing`, or an object with `does`, `afterSeconds`, \
                    `talkSeconds`), `others`, `hangsUpAfterSeconds`, `messageSeconds`, `closedToday`. The plan is what is live, unless \
                    `version` names another, `draft` is true, or `plan` brings one.""")
    @PostMapping("/simulate")
    Simulated simulate(Caller caller, @PathVariable String number, @RequestBody JsonNode script) {
        var outcome = outcome(caller, number, script);
        var course = RehearsedCourse.course(outcome.call());
        return new Simulated(
                course.path(),
                course.steps().stream().map(PassedBody::of).toList(),
                course.end(),
                CallBody.of(outcome.call(), true, Map.of()),
                hangUp(outcome));
    }

    @Operation(summary = "The same, told as the record that the call would leave")
    @PostMapping("/rehearse")
    Rehearsed rehearse(Caller caller, @PathVariable String number, @RequestBody JsonNode script) {
        var outcome = outcome(caller, number, script);
        return new Rehearsed(CallBody.of(outcome.call(), true, Map.of()), hangUp(outcome));
    }

    private static String hangUp(Rehearsal.Outcome outcome) {
        return outcome.hangUp().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Rehearsal.Outcome outcome(Caller caller, String number, JsonNode body) {
        caller.require(Scope.read("plans"));
        var checks = new Checks();
        var dialled = checks.read("number", "numbers.malformed", number, HotlineNumber::parse);
        var script = body.isObject() ? body : JsonNodeFactory.instance.objectNode();
        SituationReader.refuseOthers(script, "", known(), checks);
        var situation = SituationReader.read(script, "", clock.instant(), checks);
        if (PLANS.stream().filter(script::hasNonNull).count() > 1) {
            checks.add("plan", "malformed", "name one of " + String.join(", ", PLANS));
        }
        checks.done();
        var holder = holder(caller, dialled.get());
        return rehearsal.of(dialled.get(), listing(caller, holder, dialled.get(), script), situation);
    }

    private static Set<String> known() {
        var known = new HashSet<>(SituationReader.MEMBERS);
        known.addAll(PLANS);
        return known;
    }

    private PlanDirectory.Listing listing(Caller caller, TenantId holder, HotlineNumber number, JsonNode script) {
        if (script.hasNonNull("plan")) {
            var plan = script.get("plan");
            var document = plan.isString() ? plan.asString() : plan.toString();
            return sound(holder, document, RehearsedCourse.UNPUBLISHED, bounds(caller));
        }
        if (script.hasNonNull("version")) {
            int version = script.get("version").asInt(0);
            return plans.version(holder, number, version)
                    .map(PublishedPlan::document)
                    .map(document -> sound(holder, document, version, PlanBounds.OPERATOR))
                    .orElseThrow(() -> new ProblemException(NO_VERSION));
        }
        if (script.path("draft").asBoolean(false)) {
            return drafts.find(holder, number)
                    .map(SavedDraft::document)
                    .map(document -> sound(holder, document, RehearsedCourse.UNPUBLISHED, bounds(caller)))
                    .orElseThrow(() -> new ProblemException(NO_DRAFT));
        }
        return directory.find(number);
    }

    private static PlanBounds bounds(Caller caller) {
        return caller.isOperator() ? PlanBounds.OPERATOR : PlanBounds.CUSTOMER;
    }

    private PlanDirectory.Listing sound(TenantId holder, String document, int version, PlanBounds bounds) {
        return switch (plans.check(holder, document, bounds)) {
            case CheckedPlan.Sound sound -> new PlanDirectory.Listing.InService(holder, version, sound.plan());
            case CheckedPlan.Faulty faulty -> {
                var checks = new Checks();
                faulty.findings()
                        .forEach(finding -> checks.add("plan" + finding.path(), finding.code(), finding.message()));
                checks.done();
                throw new IllegalStateException("a faulty plan has findings");
            }
        };
    }

    /// From the database: a number that was given out this instant is its holder's at once.
    private TenantId holder(Caller caller, HotlineNumber number) {
        return numbers.find(number)
                .map(known -> known.tenant())
                .filter(holder -> caller.isOperator() || holder.equals(caller.tenant()))
                .orElseThrow(() -> new ProblemException(UNKNOWN_NUMBER));
    }
}
