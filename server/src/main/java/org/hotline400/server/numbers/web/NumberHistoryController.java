package org.hotline400.server.numbers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.numbers.NumberTransition;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What has happened to a number.
@RestController
@RequestMapping("/api/v1/numbers/{number}/history")
@Tag(name = "numbers")
class NumberHistoryController {
    private final HotlineNumbers numbers;
    private final Transactions transactions;

    NumberHistoryController(HotlineNumbers numbers, Transactions transactions) {
        this.numbers = numbers;
        this.transactions = transactions;
    }

    /// One change.
    ///
    /// @param event what happened: `hold`, `suspend-for-arrears`, `expire`, …
    /// @param until when the new status was to end by itself; absent: it was not
    /// @param tenant who had the number then, or got it
    /// @param previousTenant from whom, where it changed hands
    /// @param successor the number that took its place
    /// @param actor who did it; `platform` where it happened by itself
    record TransitionBody(
            UUID id,
            String event,
            String from,
            String to,
            Instant at,
            @Nullable Instant until,
            String tenant,
            @Nullable String previousTenant,
            @Nullable String successor,
            String actor,
            String reason) {
        static TransitionBody of(NumberTransition one) {
            return new TransitionBody(
                    one.id(),
                    one.event().code(),
                    one.from().code(),
                    one.to().code(),
                    one.at(),
                    one.until().orElse(null),
                    one.tenant().toString(),
                    one.previousTenant().map(TenantId::toString).orElse(null),
                    one.successor().map(HotlineNumber::digits).orElse(null),
                    one.actor().name(),
                    one.actor().reason());
        }
    }

    @GetMapping
    @Operation(
            summary = "Who did what to a number, when and why, the latest first",
            description = "A tenant sees what happened while it had the number, the operator everything.")
    Page<TransitionBody> list(
            Caller caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.require(Scope.read("numbers"));
        var checks = new Checks();
        var digits = checks.read("number", "numbers.malformed", number, HotlineNumber::parse);
        var before = checks.readIfPresent("cursor", "malformed", cursor, UUID::fromString);
        PageLimit.read(checks, limit);
        checks.done();
        var page = caller.see(transactions, () -> numbers.history(digits.get(), before, limit));
        if (page.items().isEmpty() && before.isEmpty()) {
            throw new ProblemException(NumberAnswers.UNKNOWN);
        }
        return page.map(TransitionBody::of);
    }
}
