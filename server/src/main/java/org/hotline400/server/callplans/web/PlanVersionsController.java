package org.hotline400.server.callplans.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hotline400.server.callplans.CallPlans;
import org.hotline400.server.callplans.PlanDifference;
import org.hotline400.server.callplans.PlanDrafts;
import org.hotline400.server.callplans.PublishedPlan;
import org.hotline400.server.callplans.RollBack;
import org.hotline400.server.callplans.SavedDraft;
import org.hotline400.server.callplans.Words;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// What was published for a number, what differs, and the way back.
@RestController
@RequestMapping("/api/v1/numbers/{number}/plan")
@Tag(name = "call plans")
class PlanVersionsController {
    private static final Problem NO_VERSION =
            Problem.notFound("callplans.version-unknown", "There is no such version.", "没有这个版本。");
    private static final String DRAFT = "draft";
    private static final String LIVE = "live";

    private final CallPlans plans;
    private final PlanDrafts drafts;
    private final HotlineNumbers numbers;

    PlanVersionsController(CallPlans plans, PlanDrafts drafts, HotlineNumbers numbers) {
        this.plans = plans;
        this.drafts = drafts;
        this.numbers = numbers;
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
        var held = HeldNumber.of(caller, numbers, known.get());
        return plans.versions(held.holder(), held.number(), before, limit).map(PlanBody::of);
    }

    @Operation(summary = "One published version")
    @GetMapping("/versions/{version}")
    PlanBody version(Caller caller, @PathVariable String number, @PathVariable int version) {
        caller.require(Scope.read("plans"));
        var held = HeldNumber.of(caller, numbers, number);
        return PlanBody.of(find(held, version));
    }

    private PublishedPlan find(HeldNumber held, int version) {
        return plans.version(held.holder(), held.number(), version).orElseThrow(() -> new ProblemException(NO_VERSION));
    }

    /// @param path of the part that differs, as a JSON pointer
    /// @param before absent when it was added
    /// @param after absent when it was removed
    /// @param words the same for people
    record ChangeBody(
            PlanDifference.Kind kind,
            String path,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            Words words) {
        static ChangeBody of(PlanDifference.Change change) {
            return new ChangeBody(change.kind(), change.path(), change.before(), change.after(), change.words());
        }
    }

    /// @param from a version, `live` or `draft`
    record DifferenceBody(String from, String to, List<ChangeBody> changes) {}

    @Operation(
            summary = "What differs between two versions",
            description = "`from` and `to` are versions, `live` or `draft`; by default the draft against what is live.")
    @GetMapping("/diff")
    DifferenceBody diff(
            Caller caller,
            @PathVariable String number,
            @RequestParam(defaultValue = LIVE) String from,
            @RequestParam(defaultValue = DRAFT) String to) {
        caller.require(Scope.read("plans"));
        var held = HeldNumber.of(caller, numbers, number);
        var checks = new Checks();
        var before = checks.read("from", "malformed", from, name -> document(held, name));
        var after = checks.read("to", "malformed", to, name -> document(held, name));
        checks.done();
        var changes =
                checks.read("to", "plan.not-json", before.get(), text -> PlanDifference.between(text, after.get()));
        checks.done();
        return new DifferenceBody(
                from, to, changes.get().stream().map(ChangeBody::of).toList());
    }

    private String document(HeldNumber held, String name) {
        return switch (name) {
            case DRAFT ->
                drafts.find(held.holder(), held.number())
                        .map(SavedDraft::document)
                        .orElseThrow(() -> new ProblemException(DraftsController.NO_DRAFT));
            case LIVE ->
                plans.latest(held.holder(), held.number())
                        .map(PublishedPlan::document)
                        .orElseThrow(() -> new ProblemException(PlansController.NO_PLAN));
            default -> find(held, version(name)).document();
        };
    }

    private static int version(String name) {
        if (!name.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("is a version such as 3, live or draft");
        }
        return Integer.parseInt(name);
    }

    /// @param version the one to bring back
    /// @param note why; absent: that it was brought back
    record RollBackBody(@Nullable Integer version, @Nullable String note) {}

    @Operation(
            summary = "Publish an old version again, as a new one",
            description = "It passes the checks of today, or is refused as any other plan: a prompt may be gone since.")
    @PostMapping("/rollback")
    ResponseEntity<Object> rollBack(
            Caller caller, @PathVariable String number, @RequestBody RollBackBody body, Locale locale) {
        caller.require(Scope.write("plans"));
        var checks = new Checks();
        var version = checks.read("version", "malformed", body.version(), wanted -> wanted);
        var note = Optional.ofNullable(body.note());
        HeldNumber.checkNote(checks, note.orElse(""));
        checks.done();
        var held = HeldNumber.of(caller, numbers, number);
        var wish = new RollBack(
                held.holder(),
                held.number(),
                version.get(),
                HeldNumber.bounds(caller),
                caller.name(),
                note.orElse("back to version " + version.get()));
        var old = find(held, version.get());
        return plans.rollBack(wish)
                .map(publication -> PublicationAnswer.of(publication, old.document(), locale))
                .orElseThrow(() -> new ProblemException(NO_VERSION));
    }
}
