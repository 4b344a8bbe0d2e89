package org.hotline400.server.numbers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.numbers.promotions.Campaigns;
import org.hotline400.server.numbers.promotions.PromotionChange;
import org.hotline400.server.numbers.promotions.Promotions;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The operator's campaigns; those that run, for everybody.
@RestController
@RequestMapping("/api/v1/number-promotions")
@Tag(name = "numbers")
class NumberPromotionsController {
    private static final Scope READ = Scope.read("numbers");
    private static final Scope WRITE = Scope.write("numbers");
    private static final Problem UNKNOWN =
            Problem.notFound("numbers.unknown-promotion", "There is no such promotion.", "没有这个促销活动。");
    private static final Problem BEGUN = Problem.conflict(
            "numbers.promotion-begun", "The promotion has begun: it can only be ended.", "促销活动已经开始，只能提前结束。");
    private static final Problem OVER =
            Problem.conflict("numbers.promotion-over", "The promotion is over.", "促销活动已经结束。");

    private final Campaigns campaigns;
    private final Promotions promotions;
    private final Clock clock;

    NumberPromotionsController(Campaigns campaigns, Promotions promotions, Clock clock) {
        this.campaigns = campaigns;
        this.promotions = promotions;
        this.clock = clock;
    }

    record RunningList(List<PromotionBody> items) {}

    /// Open to visitors: it takes no caller.
    @GetMapping("/running")
    @SecurityRequirements
    @Operation(summary = "Lists the promotions that can be used now")
    RunningList running() {
        var now = clock.instant();
        return new RunningList(promotions.running().stream()
                .map(one -> PromotionBody.of(one, now))
                .toList());
    }

    @GetMapping
    @Operation(summary = "Lists the promotions, the newest first, with their use; for the operator")
    Page<PromotionBody> list(
            Caller caller,
            @RequestParam Optional<UUID> cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.requireOperator(READ);
        var checks = new Checks();
        PageLimit.read(checks, limit);
        checks.done();
        var now = clock.instant();
        return campaigns.list(cursor, limit).map(one -> PromotionBody.of(one, now));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Shows a promotion with its use; for the operator")
    PromotionBody show(Caller caller, @PathVariable UUID id) {
        caller.requireOperator(READ);
        return campaigns
                .find(id)
                .map(one -> PromotionBody.of(one, clock.instant()))
                .orElseThrow(() -> new ProblemException(UNKNOWN));
    }

    @PostMapping
    @Operation(
            summary = "Makes a promotion; for the operator",
            description = "It is for the numbers that `query` finds, and takes percentOff or down to a fixedFee of the"
                    + " set-up fee, from `begin` until before `end`, until the quota is used up. Of several that are for a"
                    + " number the one that is best for the buyer counts.")
    ResponseEntity<PromotionBody> create(Caller caller, @RequestBody PromotionOrderBody body) {
        caller.requireOperator(WRITE);
        var made = campaigns.create(body.read(clock.instant()), caller.name());
        return ResponseEntity.created(URI.create(
                        "/api/v1/number-promotions/" + made.promotion().id()))
                .body(PromotionBody.of(made, clock.instant()));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Changes a promotion that has not begun; for the operator")
    PromotionBody change(Caller caller, @PathVariable UUID id, @RequestBody PromotionOrderBody body) {
        caller.requireOperator(WRITE);
        return answer(campaigns.change(id, body.read(clock.instant()), caller.name()));
    }

    @PostMapping("/{id}/end")
    @Operation(summary = "Ends a promotion now; what was taken stays promised; for the operator")
    PromotionBody end(Caller caller, @PathVariable UUID id, @RequestBody PromotionEndOrder body) {
        caller.requireOperator(WRITE);
        var checks = new Checks();
        var reason = checks.read("reason", "numbers.promotion", body.reason(), PromotionEndOrder::checkReason);
        checks.done();
        return answer(campaigns.end(id, reason.get(), caller.name()));
    }

    private PromotionBody answer(PromotionChange change) {
        return switch (change) {
            case PromotionChange.Done(var promotion) -> PromotionBody.of(promotion, clock.instant());
            case PromotionChange.Unknown() -> throw new ProblemException(UNKNOWN);
            case PromotionChange.Begun() -> throw new ProblemException(BEGUN);
            case PromotionChange.Over() -> throw new ProblemException(OVER);
        };
    }
}
