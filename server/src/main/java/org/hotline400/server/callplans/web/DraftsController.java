package org.hotline400.server.callplans.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.hotline400.server.callplans.CallPlans;
import org.hotline400.server.callplans.CheckedPlan;
import org.hotline400.server.callplans.DraftChange;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The draft of a number's plan: what is being written, under an optimistic lock.
@RestController
@RequestMapping("/api/v1/numbers/{number}/plan/draft")
@Tag(name = "call plans")
class DraftsController {
    static final Problem NO_DRAFT =
            Problem.notFound("callplans.no-draft", "There is no draft for this number.", "该号码没有草稿。");
    private static final Problem STALE = Problem.conflict(
            "callplans.draft-stale", "Somebody has saved the draft meanwhile: read it again.", "草稿已被他人修改，请重新读取。");
    private static final int MOST_BYTES = 512 * 1024;

    private final PlanDrafts drafts;
    private final CallPlans plans;
    private final HotlineNumbers numbers;

    DraftsController(PlanDrafts drafts, CallPlans plans, HotlineNumbers numbers) {
        this.drafts = drafts;
        this.plans = plans;
        this.numbers = numbers;
    }

    /// A draft as clients see it.
    ///
    /// @param text the document as its author left it: a text, for it need not be JSON yet
    /// @param basedOn the version that was live when it was begun
    /// @param findings what a check says of it now
    record DraftBody(
            String number,
            long revision,
            @Nullable Integer basedOn,
            String author,
            String note,
            Instant changedAt,
            String text,
            List<PlacedFinding> findings) {}

    @Operation(summary = "The draft, with what a check says of it; the ETag is its revision")
    @GetMapping
    ResponseEntity<DraftBody> show(Caller caller, @PathVariable String number) {
        caller.require(Scope.read("plans"));
        var held = HeldNumber.of(caller, numbers, number);
        return drafts.find(held.holder(), held.number())
                .map(draft -> answer(caller, held, draft))
                .orElseThrow(() -> new ProblemException(NO_DRAFT));
    }

    private ResponseEntity<DraftBody> answer(Caller caller, HeldNumber held, SavedDraft draft) {
        var findings = switch (plans.review(held.draft(caller, draft.document(), ""))) {
            case CheckedPlan.Sound sound -> sound.warnings();
            case CheckedPlan.Faulty faulty -> faulty.findings();
        };
        return ResponseEntity.ok()
                .eTag(Revision.tag(draft.revision()))
                .body(new DraftBody(
                        draft.number().digits(),
                        draft.revision(),
                        draft.basedOn(),
                        draft.author(),
                        draft.note(),
                        draft.changedAt(),
                        draft.document(),
                        PlacedFinding.in(draft.document(), findings)));
    }

    @Operation(
            summary = "Save the draft",
            description =
                    "The body is the document, kept whatever a check says of it. Without If-Match it begins a"
                            + " draft; with it, it replaces that revision. 409 callplans.draft-stale when there is another one.")
    @PutMapping
    ResponseEntity<DraftBody> save(
            Caller caller,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String note,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            HttpServletRequest request)
            throws IOException {
        caller.require(Scope.write("plans"));
        var checks = new Checks();
        HeldNumber.checkNote(checks, note);
        var document = HeldNumber.document(request);
        if (document.indexOf('\0') >= 0) {
            checks.add("", "malformed", "a draft is a text without zero bytes");
        }
        checks.done();
        if (document.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new ProblemException(Problem.TOO_LARGE, "a plan has at most " + MOST_BYTES / 1024 + " KiB");
        }
        var held = HeldNumber.of(caller, numbers, number);
        return switch (drafts.save(held.draft(caller, document, note), Revision.ifMatch(ifMatch))) {
            case DraftChange.Saved(var draft) -> answer(caller, held, draft);
            case DraftChange.Stale(var current) -> throw stale(current);
            case DraftChange.Missing _, DraftChange.Removed _ -> throw new ProblemException(NO_DRAFT);
        };
    }

    static ProblemException stale(SavedDraft current) {
        return new ProblemException(
                STALE,
                "revision " + current.revision() + " was saved by " + current.author() + " at " + current.changedAt()
                        + ": read it again, and name it in If-Match");
    }

    @Operation(summary = "Throw the draft away")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            Caller caller,
            @PathVariable String number,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        caller.require(Scope.write("plans"));
        var held = HeldNumber.of(caller, numbers, number);
        switch (drafts.remove(held.holder(), held.number(), Revision.ifMatch(ifMatch))) {
            case DraftChange.Removed _ -> {}
            case DraftChange.Stale(var current) -> throw stale(current);
            case DraftChange.Missing _, DraftChange.Saved _ -> throw new ProblemException(NO_DRAFT);
        }
    }
}
