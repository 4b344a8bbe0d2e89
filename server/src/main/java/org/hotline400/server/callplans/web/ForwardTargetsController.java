package org.hotline400.server.callplans.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.hotline400.server.callplans.Confirmation;
import org.hotline400.server.callplans.ForwardTarget;
import org.hotline400.server.callplans.ForwardTargets;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The lines that an enterprise may forward to, and how it has them confirmed.
@RestController
@RequestMapping("/api/v1/forward-targets")
@Tag(name = "call plans")
class ForwardTargetsController {
    private static final Problem UNKNOWN =
            Problem.notFound("callplans.target-unknown", "You have no such line.", "您没有登记这个号码。");
    private static final Problem TOO_MANY = new Problem(
            429, "callplans.confirmation-limit", "Too many calls to confirm; try later.", "验证电话过于频繁，请稍后再试。");
    private static final Problem NO_WAY = new Problem(
            503, "callplans.confirmation-unavailable", "No trunk leads to this line now.", "目前没有可用的中继呼叫该号码。");
    private static final Problem WRONG =
            Problem.conflict("callplans.code-wrong", "This is not the code that was spoken.", "验证码不正确。");
    private static final Problem NO_CODE = Problem.conflict(
            "callplans.code-expired", "No code is open for this line: have it rung again.", "没有有效的验证码，请重新呼叫。");

    private final ForwardTargets targets;

    ForwardTargetsController(ForwardTargets targets) {
        this.targets = targets;
    }

    /// A line as clients see it.
    ///
    /// @param status `confirmed`, `ringing` while a code may be named, or `unconfirmed`
    /// @param codeExpiresAt until when the code that was spoken last is good
    record TargetBody(
            String number,
            String status,
            @Nullable Instant confirmedAt,
            @Nullable Instant codeExpiresAt,
            int triesLeft,
            String author) {
        static TargetBody of(ForwardTarget target) {
            return new TargetBody(
                    target.line().number(),
                    status(target),
                    target.confirmedAt().orElse(null),
                    target.codeExpiresAt().orElse(null),
                    target.triesLeft(),
                    target.author());
        }

        private static String status(ForwardTarget target) {
            if (target.confirmedAt().isPresent()) {
                return "confirmed";
            }
            return target.triesLeft() > 0 ? "ringing" : "unconfirmed";
        }
    }

    /// @param number a mobile, or a fixed line with its area code
    record AskBody(@Nullable String number) {}

    /// @param code the four digits that were spoken
    record ConfirmBody(@Nullable String code) {}

    /// @param tenant whose line it is
    record VouchBody(@Nullable String tenant) {}

    @Operation(summary = "The lines that were confirmed, or are to be")
    @GetMapping
    List<TargetBody> all(Caller caller) {
        caller.require(Scope.read("plans"));
        return targets.all(caller.tenant()).stream().map(TargetBody::of).toList();
    }

    @Operation(
            summary = "Have a line rung and a code spoken there",
            description = "A real call. The code is good for ten minutes and three tries; a line is rung at most three"
                    + " times an hour, an enterprise has at most fifty such calls a day.")
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    TargetBody ask(Caller caller, @RequestBody AskBody body) {
        caller.require(Scope.write("plans"));
        var line = line(body.number());
        return TargetBody.of(done(targets.ask(caller.tenant(), line, caller.name())));
    }

    @Operation(summary = "Name the code that was spoken")
    @PostMapping("/{number}/confirm")
    TargetBody confirm(Caller caller, @PathVariable String number, @RequestBody ConfirmBody body) {
        caller.require(Scope.write("plans"));
        var checks = new Checks();
        var code = checks.read("code", "malformed", body.code(), ForwardTargetsController::code);
        checks.done();
        return TargetBody.of(done(targets.confirm(caller.tenant(), line(number), code.get())));
    }

    private static String code(String text) {
        if (!text.matches("[0-9]{4}")) {
            throw new IllegalArgumentException("is the four digits that were spoken");
        }
        return text;
    }

    private static ForwardTarget done(Confirmation confirmation) {
        return switch (confirmation) {
            case Confirmation.Ringing(var target) -> target;
            case Confirmation.Confirmed(var target) -> target;
            case Confirmation.Wrong(var left) ->
                throw new ProblemException(WRONG, WRONG.english() + " Tries left: " + left + ".");
            case Confirmation.NoCode _ -> throw new ProblemException(NO_CODE);
            case Confirmation.TooMany(var retry) ->
                throw new ProblemException(
                        TOO_MANY, TOO_MANY.english() + " At most " + retry.toHours() + " h from now.");
            case Confirmation.NoWay _ -> throw new ProblemException(NO_WAY);
        };
    }

    @Operation(summary = "Confirm a line without a call; for the operator, who answers for it")
    @PutMapping("/{number}")
    TargetBody vouch(Caller caller, @PathVariable String number, @RequestBody VouchBody body) {
        caller.requireOperator(Scope.write("plans"));
        var checks = new Checks();
        var tenant = checks.read("tenant", "malformed", body.tenant(), TenantId::of);
        checks.done();
        return TargetBody.of(targets.vouch(tenant.get(), line(number), caller.name()));
    }

    @Operation(summary = "Forget a line; the next plan that names it needs it confirmed again")
    @DeleteMapping("/{number}")
    ResponseEntity<Void> remove(Caller caller, @PathVariable String number) {
        caller.require(Scope.write("plans"));
        if (!targets.remove(caller.tenant(), line(number))) {
            throw new ProblemException(UNKNOWN);
        }
        return ResponseEntity.noContent().build();
    }

    private static Target.Line line(@Nullable String number) {
        var checks = new Checks();
        var line = checks.read("number", "callplans.target-malformed", number, ForwardTargets::line);
        checks.done();
        return line.get();
    }
}
