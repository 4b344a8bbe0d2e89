package org.hotline400.server.numbers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.numbers.NumberChange;
import org.hotline400.server.numbers.NumberInService;
import org.hotline400.server.numbers.NumberLifeCycle;
import org.hotline400.server.numbers.NumberStatus;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Tenants look at their numbers; the operator gives them out and changes their status.
@RestController
@RequestMapping("/api/v1/numbers")
@Tag(name = "numbers")
class NumbersController {
    private final HotlineNumbers numbers;
    private final Transactions transactions;

    NumbersController(HotlineNumbers numbers, Transactions transactions) {
        this.numbers = numbers;
        this.transactions = transactions;
    }

    @GetMapping
    @Operation(
            summary = "Lists the caller's numbers; for the operator, all that somebody ever had",
            description = "`status` names one status: `held`, `reserved`, `active`, …")
    Page<NumberBody> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.require(Scope.read("numbers"));
        var checks = new Checks();
        var only = checks.readIfPresent("status", "numbers.status", status, NumberStatus::of);
        var after = checks.readIfPresent("cursor", "malformed", cursor, HotlineNumber::parse);
        PageLimit.read(checks, limit);
        checks.done();
        return caller.see(transactions, () -> numbers.list(after, only, limit)).map(NumberBody::of);
    }

    @GetMapping("/{number}")
    @Operation(summary = "Shows one number")
    NumberBody show(Caller caller, @PathVariable String number) {
        caller.require(Scope.read("numbers"));
        var checks = new Checks();
        var digits = checks.read("number", "numbers.malformed", number, HotlineNumber::parse);
        checks.done();
        return numbers.find(digits.get())
                .filter(found -> caller.isOperator() || found.tenant().equals(caller.tenant()))
                .map(NumberBody::of)
                .orElseThrow(() -> new ProblemException(NumberAnswers.UNKNOWN));
    }

    @PutMapping("/{number}")
    @Operation(
            summary = "Gives a number to a tenant, or changes its status; for the operator",
            description = "One step of the life cycle: `active` gives out or resumes, `available` releases, and so on."
                    + " A number gets another owner by `transfer`, and another one's place by `upgrade`.")
    NumberBody put(Caller caller, @PathVariable String number, @RequestBody NumberOrder body) {
        caller.requireOperator(Scope.write("numbers"));
        var checks = new Checks();
        var digits = checks.read("number", "numbers.malformed", number, HotlineNumber::parse);
        var status = checks.read("status", "numbers.status", body.status(), NumberStatus::of);
        var tenant = checks.readIfPresent("tenant", "malformed", body.tenant(), TenantId::of);
        var actor = checks.read("reason", "malformed", body.reason(), why -> NumberActor.of(caller, why));
        checks.done();
        return NumberAnswers.body(change(new Wanted(digits.get(), status.get(), tenant), actor.get()));
    }

    private record Wanted(HotlineNumber number, NumberStatus status, Optional<TenantId> tenant) {

        boolean isAlready(NumberInService number) {
            return number.is(status, tenant.orElse(number.tenant()));
        }

        /// @throws org.hotline400.server.kernel.InvalidInputException when nobody is named
        TenantId holder() {
            var checks = new Checks();
            var named = checks.read("tenant", "missing", tenant.orElse(null), id -> id);
            checks.done();
            return named.get();
        }
    }

    private NumberChange change(Wanted wanted, Actor actor) {
        var current = numbers.find(wanted.number());
        var already = current.filter(wanted::isAlready);
        if (already.isPresent()) {
            return new NumberChange.AsBefore(already.get());
        }
        var status = current.map(NumberInService::status).orElse(NumberStatus.AVAILABLE);
        var event = NumberLifeCycle.between(status, wanted.status()).orElseThrow(() -> impossible(status, wanted));
        return switch (event) {
            case HOLD -> numbers.hold(wanted.number(), wanted.holder(), actor);
            case RESERVE -> numbers.reserve(wanted.number(), wanted.holder(), actor);
            case ASSIGN -> numbers.assign(wanted.number(), wanted.holder(), actor);
            case RELEASE, SUSPEND, SUSPEND_FOR_ARREARS, RESUME, BAR, FREEZE, CANCEL, QUARANTINE ->
                numbers.apply(wanted.number(), event, actor);
            // These say more than a status; and what runs out does so by itself.
            case TRANSFER, REPLACE, EXPIRE -> throw impossible(status, wanted);
        };
    }

    private static ProblemException impossible(NumberStatus from, Wanted wanted) {
        var to = wanted.status().code();
        return new ProblemException(Problem.conflict(
                "numbers.impossible",
                "A number that is " + from.code() + " does not become " + to + " so"
                        + (from == wanted.status() ? " for another tenant." : "."),
                "号码当前状态（" + from.code() + "）不能这样变为 " + to + "。"));
    }
}
