package org.hotline400.server.numbers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.ForbiddenException;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.HotlineNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Holds for minutes, reservations for days.
@RestController
@RequestMapping("/api/v1/numbers/{number}")
@Tag(name = "numbers")
class NumberHoldsController {
    private final HotlineNumbers numbers;

    NumberHoldsController(HotlineNumbers numbers) {
        this.numbers = numbers;
    }

    /// For whom a number is kept.
    ///
    /// @param tenant the caller's own when absent; another one for the operator only
    /// @param reason for the record
    record HoldOrder(@Nullable String tenant, @Nullable String reason) {}

    @PostMapping("/hold")
    @Operation(
            summary = "Puts a number into the cart, for minutes; nobody else can have it until then",
            description =
                    "201 with `until`. Whoever holds it already hears so again (200, the same `until`): the number"
                            + " and the tenant make a repetition known.",
            parameters =
                    @Parameter(
                            in = ParameterIn.HEADER,
                            name = "Idempotency-Key",
                            description = "Accepted and not needed: a hold repeated is the same hold."))
    ResponseEntity<NumberBody> hold(
            Caller caller, @PathVariable String number, @RequestBody(required = false) @Nullable HoldOrder body) {
        caller.require(Scope.write("numbers"));
        var order = body == null ? new HoldOrder(null, null) : body;
        var checks = new Checks();
        var digits = checks.read("number", "numbers.malformed", number, HotlineNumber::parse);
        var tenant = checks.readIfPresent("tenant", "malformed", order.tenant(), TenantId::of)
                .orElse(caller.tenant());
        var actor = checks.read(
                "reason", "malformed", reason(order.reason(), "put into the cart"), why -> NumberActor.of(caller, why));
        checks.done();
        if (!actor.get().mayActFor(tenant)) {
            throw new ForbiddenException("only the operator acts for another tenant", "只有运营方可以代其他企业操作。");
        }
        return NumberAnswers.created(numbers.hold(digits.get(), tenant, actor.get()));
    }

    @DeleteMapping("/hold")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a number out of the cart")
    void releaseHold(Caller caller, @PathVariable String number) {
        caller.require(Scope.write("numbers"));
        NumberAnswers.body(numbers.releaseHold(digits(number), NumberActor.of(caller, "taken out of the cart")));
    }

    @PostMapping("/reservation")
    @Operation(
            summary = "Keeps a number for a tenant's application until its papers are due; for the operator",
            description = "201 with `until`; 200 when it was kept for this tenant before.")
    ResponseEntity<NumberBody> reserve(Caller caller, @PathVariable String number, @RequestBody HoldOrder body) {
        caller.requireOperator(Scope.write("numbers"));
        var checks = new Checks();
        var digits = checks.read("number", "numbers.malformed", number, HotlineNumber::parse);
        var tenant = checks.read("tenant", "malformed", body.tenant(), TenantId::of);
        var actor = checks.read("reason", "malformed", body.reason(), why -> NumberActor.of(caller, why));
        checks.done();
        return NumberAnswers.created(numbers.reserve(digits.get(), tenant.get(), actor.get()));
    }

    @DeleteMapping("/reservation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Gives up a reservation")
    void releaseReservation(Caller caller, @PathVariable String number) {
        caller.require(Scope.write("numbers"));
        NumberAnswers.body(
                numbers.releaseReservation(digits(number), NumberActor.of(caller, "the reservation was given up")));
    }

    private static HotlineNumber digits(String number) {
        var checks = new Checks();
        var digits = checks.read("number", "numbers.malformed", number, HotlineNumber::parse);
        checks.done();
        return digits.get();
    }

    private static String reason(@Nullable String given, String usual) {
        return Optional.ofNullable(given).filter(text -> !text.isBlank()).orElse(usual);
    }
}
