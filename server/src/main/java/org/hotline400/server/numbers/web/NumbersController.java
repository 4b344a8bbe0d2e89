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
    private static final Problem UNKNOWN =
            Problem.notFound("numbers.unknown", "There is no such number here.", "没有这个号码。");
    private static final Problem IMPOSSIBLE =
            Problem.conflict("numbers.impossible", "The number's status does not allow this.", "号码当前状态不允许此操作。");

    private final HotlineNumbers numbers;
    private final Transactions transactions;

    NumbersController(HotlineNumbers numbers, Transactions transactions) {
        this.numbers = numbers;
        this.transactions = transactions;
    }

    @GetMapping
    @Operation(summary = "Lists the caller's numbers; for the operator, all")
    Page<NumberBody> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.require(Scope.read("numbers"));
        var checks = new Checks();
        var after = checks.readIfPresent("cursor", "malformed", cursor, HotlineNumber::parse);
        PageLimit.read(checks, limit);
        checks.done();
        return caller.see(transactions, () -> numbers.list(after, limit)).map(NumberBody::of);
    }

    @GetMapping("/{number}")
    @Operation(summary = "Shows one number")
    NumberBody show(Caller caller, @PathVariable String number) {
        caller.require(Scope.read("numbers"));
        return find(number)
                .filter(found -> caller.isOperator() || found.tenant().equals(caller.tenant()))
                .map(NumberBody::of)
                .orElseThrow(() -> new ProblemException(UNKNOWN));
    }

    private Optional<NumberInService> find(String text) {
        var checks = new Checks();
        var number = checks.read("number", "numbers.malformed", text, HotlineNumber::parse);
        checks.done();
        return numbers.find(number.get());
    }

    @PutMapping("/{number}")
    @Operation(summary = "Gives a number to a tenant, or changes its status; for the operator")
    NumberBody put(Caller caller, @PathVariable String number, @RequestBody NumberOrder body) {
        caller.requireOperator(Scope.write("numbers"));
        var checks = new Checks();
        var digits = checks.read("number", "numbers.malformed", number, HotlineNumber::parse);
        var status = checks.read("status", "numbers.status", body.status(), NumberStatus::of);
        var tenant = checks.readIfPresent("tenant", "malformed", body.tenant(), TenantId::of);
        var actor = checks.read("reason", "malformed", body.reason(), reason -> new Actor(caller.name(), reason));
        checks.done();
        return answer(change(new Wanted(digits.get(), status.get(), tenant), actor.get()));
    }

    private record Wanted(HotlineNumber number, NumberStatus status, Optional<TenantId> tenant) {}

    private NumberChange change(Wanted wanted, Actor actor) {
        var current = numbers.find(wanted.number());
        var status = current.map(NumberInService::status).orElse(NumberStatus.AVAILABLE);
        var owner = current.map(NumberInService::tenant).orElse(TenantId.OPERATOR);
        if (status == wanted.status() && wanted.tenant().orElse(owner).equals(owner)) {
            return current.<NumberChange>map(NumberChange.Done::new)
                    .orElseGet(() -> new NumberChange.Unknown(wanted.number()));
        }
        return switch (NumberLifeCycle.between(status, wanted.status()).orElseThrow(() -> impossible(status, wanted))) {
            case ASSIGN -> assign(wanted, actor);
            case HOLD, RESERVE, RELEASE, SUSPEND, SUSPEND_FOR_ARREARS, RESUME, BAR, FREEZE, CANCEL, QUARANTINE, FREE ->
                numbers.apply(
                        wanted.number(),
                        NumberLifeCycle.between(status, wanted.status()).orElseThrow(),
                        actor);
        };
    }

    private NumberChange assign(Wanted wanted, Actor actor) {
        var checks = new Checks();
        var tenant = checks.read("tenant", "missing", wanted.tenant().orElse(null), id -> id);
        checks.done();
        try {
            return numbers.assign(wanted.number(), tenant.get(), actor);
        } catch (IllegalArgumentException e) {
            checks.add("tenant", "unknown", String.valueOf(e.getMessage()));
            checks.done();
            throw e;
        }
    }

    private static ProblemException impossible(NumberStatus from, Wanted wanted) {
        return new ProblemException(
                IMPOSSIBLE,
                "a number that is " + from.code() + " cannot become "
                        + wanted.status().code() + " in one step"
                        + (from == wanted.status() ? " for another tenant" : ""));
    }

    private static NumberBody answer(NumberChange change) {
        return switch (change) {
            case NumberChange.Done done -> NumberBody.of(done.number());
            case NumberChange.Unknown unknown -> throw new ProblemException(UNKNOWN);
            case NumberChange.Impossible(var number, var event) ->
                throw new ProblemException(
                        IMPOSSIBLE, "a number that is " + number.status().code() + " cannot undergo " + event.code());
        };
    }
}
