package org.hotline400.server.callplans.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hotline400.server.callplans.CallPlans;
import org.hotline400.server.callplans.CheckedPlan;
import org.hotline400.server.callplans.PlacedFinding;
import org.hotline400.server.callplans.PlanDrafts;
import org.hotline400.server.callplans.SavedDraft;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The plan of a number: what is live, a check, and a new version.
@RestController
@RequestMapping("/api/v1/numbers/{number}/plan")
@Tag(name = "call plans")
class PlansController {
    static final Problem NO_PLAN =
            Problem.notFound("callplans.none", "No plan was ever published for this number.", "该号码尚未发布过呼叫方案。");

    private final CallPlans plans;
    private final PlanDrafts drafts;
    private final HotlineNumbers numbers;

    PlansController(CallPlans plans, PlanDrafts drafts, HotlineNumbers numbers) {
        this.plans = plans;
        this.drafts = drafts;
        this.numbers = numbers;
    }

    @Operation(summary = "The plan that is live")
    @GetMapping
    PlanBody live(Caller caller, @PathVariable String number) {
        caller.require(Scope.read("plans"));
        var held = HeldNumber.of(caller, numbers, number);
        return plans.latest(held.holder(), held.number())
                .map(PlanBody::of)
                .orElseThrow(() -> new ProblemException(NO_PLAN));
    }

    @Operation(
            summary = "Check a plan and publish it",
            description = "The body is the plan's JSON document. Live within a second; calls under way keep the"
                    + " version they began with. 422 with every violation when it fails the check.")
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> put(
            Caller caller,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request,
            Locale locale)
            throws IOException {
        caller.require(Scope.write("plans"));
        var held = held(caller, number, note);
        var document = HeldNumber.document(request);
        return PublicationAnswer.of(plans.publish(held.draft(caller, document, note)), document, locale);
    }

    private HeldNumber held(Caller caller, String number, String note) {
        var checks = new Checks();
        HeldNumber.checkNote(checks, note);
        checks.done();
        return HeldNumber.of(caller, numbers, number);
    }

    /// @param sound whether it could be published as it is
    record CheckBody(boolean sound, List<PlacedFinding> findings) {}

    @Operation(
            summary = "Check a plan without publishing it",
            description = "The body is the plan's JSON document; without one the draft is checked. Everything that"
                    + " publishing would check: form, meaning, prompts, phones, confirmed lines, the plan's own examples."
                    + " Each finding says where it stands in the text and how to mend it.")
    @PostMapping("/check")
    CheckBody check(Caller caller, @PathVariable String number, HttpServletRequest request) throws IOException {
        caller.require(Scope.read("plans"));
        var held = HeldNumber.of(caller, numbers, number);
        var sent = HeldNumber.document(request);
        var document = sent.isBlank() ? draft(held).document() : sent;
        return switch (plans.review(held.draft(caller, document, ""))) {
            case CheckedPlan.Sound sound -> new CheckBody(true, PlacedFinding.in(document, sound.warnings()));
            case CheckedPlan.Faulty faulty -> new CheckBody(false, PlacedFinding.in(document, faulty.findings()));
        };
    }

    private SavedDraft draft(HeldNumber held) {
        return drafts.find(held.holder(), held.number())
                .orElseThrow(() -> new ProblemException(DraftsController.NO_DRAFT));
    }

    @Operation(
            summary = "Publish the draft, or a plan in the body",
            description = "Without a body the draft is published, and is gone then; If-Match names the revision that is"
                    + " meant, 409 callplans.draft-stale when it is another by now. With a body the same as PUT.")
    @PostMapping("/publish")
    ResponseEntity<Object> publish(
            Caller caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String note,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            HttpServletRequest request,
            Locale locale)
            throws IOException {
        caller.require(Scope.write("plans"));
        var held = held(caller, number, Optional.ofNullable(note).orElse(""));
        var document = HeldNumber.document(request);
        if (!document.isBlank()) {
            var said = Optional.ofNullable(note).orElse("");
            return PublicationAnswer.of(plans.publish(held.draft(caller, document, said)), document, locale);
        }
        var revision = Revision.ifMatch(ifMatch);
        var draft = draft(held);
        if (revision.isPresent() && revision.get() != draft.revision()) {
            throw DraftsController.stale(draft);
        }
        var publication = drafts.publish(
                draft,
                HeldNumber.bounds(caller),
                caller.name(),
                Optional.ofNullable(note).orElse(draft.note()));
        return PublicationAnswer.of(publication, draft.document(), locale);
    }
}
