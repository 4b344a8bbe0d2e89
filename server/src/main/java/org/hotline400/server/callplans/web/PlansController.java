package org.hotline400.server.callplans.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.callplans.CallPlans;
import org.hotline400.server.callplans.Finding;
import org.hotline400.server.callplans.PlanBounds;
import org.hotline400.server.callplans.PlanDraft;
import org.hotline400.server.callplans.Publication;
import org.hotline400.server.callplans.PublishedPlan;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.kernel.Violation;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemBody;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The plan of a number: what is live, what was, and a new version.
@RestController
@RequestMapping("/api/v1/numbers/{number}/plan")
@Tag(name = "call plans")
class PlansController {
    private static final Problem UNKNOWN_NUMBER =
            Problem.notFound("numbers.unknown", "You have no such number.", "您没有这个号码。");
    private static final Problem NO_PLAN =
            Problem.notFound("callplans.none", "No plan was ever published for this number.", "该号码尚未发布过呼叫方案。");
    /// More than a plan may have, so that one that is too large is told so by the checker.
    private static final int MOST_BYTES = 1024 * 1024;

    private final CallPlans plans;
    private final HotlineNumbers numbers;

    PlansController(CallPlans plans, HotlineNumbers numbers) {
        this.plans = plans;
        this.numbers = numbers;
    }

    /// A version as clients see it.
    record PlanBody(
            String number,
            int version,
            Instant publishedAt,
            String author,
            String note,
            @JsonRawValue @Nullable String document,
            List<Finding> warnings) {
        static PlanBody of(PublishedPlan plan, boolean withDocument, List<Finding> warnings) {
            return new PlanBody(
                    plan.number().digits(),
                    plan.version(),
                    plan.publishedAt(),
                    plan.author(),
                    plan.note(),
                    withDocument ? plan.document() : null,
                    warnings);
        }
    }

    @Operation(summary = "The plan that is live")
    @GetMapping
    PlanBody live(Caller caller, @PathVariable String number) {
        caller.require(Scope.read("plans"));
        var known = number(number);
        return plans.latest(holder(caller, known), known)
                .map(plan -> PlanBody.of(plan, true, List.of()))
                .orElseThrow(() -> new ProblemException(NO_PLAN));
    }

    @Operation(summary = "All published versions, newest first")
    @GetMapping("/versions")
    Page<PlanBody> versions(
            Caller caller,
            @PathVariable String number,
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.require(Scope.read("plans"));
        var checks = new Checks();
        var known = checks.read("number", "numbers.malformed", number, HotlineNumber::parse);
        var before = checks.readIfPresent("cursor", "malformed", cursor.orElse(null), Integer::valueOf);
        PageLimit.read(checks, limit);
        checks.done();
        return plans.versions(holder(caller, known.get()), known.get(), before, limit)
                .map(plan -> PlanBody.of(plan, true, List.of()));
    }

    @Operation(
            summary = "Check a plan and publish it",
            description = "The body is the plan's JSON document. Live within a second; calls under way keep the"
                    + " version they began with. 422 with every violation when it fails the check.")
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> publish(
            Caller caller,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request)
            throws IOException {
        caller.require(Scope.write("plans"));
        var checks = new Checks();
        var known = checks.read("number", "numbers.malformed", number, HotlineNumber::parse);
        if (note.length() > 500) {
            checks.add("note", "out-of-range", "has at most 500 characters");
        }
        checks.done();
        var draft = new PlanDraft(
                holder(caller, known.get()),
                known.get(),
                body(request),
                caller.isOperator() ? PlanBounds.OPERATOR : PlanBounds.CUSTOMER,
                caller.name(),
                note);
        return switch (plans.publish(draft)) {
            case Publication.Done done -> ResponseEntity.ok(PlanBody.of(done.plan(), false, done.warnings()));
            case Publication.Refused refused -> refused(refused.findings());
        };
    }

    private static String body(HttpServletRequest request) throws IOException {
        return new String(request.getInputStream().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    }

    private static ResponseEntity<Object> refused(List<Finding> findings) {
        var violations = findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .map(finding -> new Violation(finding.path(), finding.code(), finding.message()))
                .toList();
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new ProblemBody(
                        "about:blank",
                        "callplans.faulty",
                        422,
                        "The plan was not published: it has " + violations.size() + " errors. The live version stays.",
                        "callplans.faulty",
                        violations));
    }

    private static HotlineNumber number(String text) {
        var checks = new Checks();
        var number = checks.read("number", "numbers.malformed", text, HotlineNumber::parse);
        checks.done();
        return number.get();
    }

    /// From the database: a number that was given out this instant is its holder's at once.
    private TenantId holder(Caller caller, HotlineNumber number) {
        return numbers.find(number)
                .map(known -> known.tenant())
                .filter(holder -> caller.isOperator() || holder.equals(caller.tenant()))
                .orElseThrow(() -> new ProblemException(UNKNOWN_NUMBER));
    }
}
