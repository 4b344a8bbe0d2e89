package org.hotline400.server.numbers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.Optional;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.grading.Grading;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.grading.Shares;
import org.hotline400.server.numbers.internal.StoredClassOverrides;
import org.hotline400.server.numbers.prices.PriceLists;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The classes of numbers: what the rules say, and what the operator decides instead.
@RestController
@RequestMapping("/api/v1/number-classes")
@Tag(name = "numbers")
class NumberClassesController {
    private static final Problem NONE = Problem.notFound(
            "numbers.no-override", "The operator gave this number no class; the rules count.", "该号码没有人工定级，以规则评级为准。");

    private final StoredClassOverrides overrides;
    private final PriceLists prices;

    NumberClassesController(StoredClassOverrides overrides, PriceLists prices) {
        this.overrides = overrides;
        this.prices = prices;
    }

    /// Without a caller: whoever looks for a number may know how rare it is.
    @GetMapping
    @SecurityRequirements
    @Operation(summary = "Tells which share of all numbers is of which class and has which pattern, by the rules")
    SharesBody shares(Locale locale) {
        return SharesBody.of(Shares.ofTheSpace(), locale);
    }

    @GetMapping("/{number}")
    @Operation(
            summary = "Shows a number's class, what the rules say of it, and who decided otherwise; for the operator")
    NumberClassBody show(Caller caller, @PathVariable String number, Locale locale) {
        caller.requireOperator(Scope.read("numbers"));
        var checks = new Checks();
        var asked = checks.read("number", "numbers.malformed", number, HotlineNumber::parse);
        checks.done();
        return body(asked.get(), locale);
    }

    @PutMapping("/{number}")
    @Operation(summary = "Gives a number a class, whatever the rules say of it; for the operator")
    NumberClassBody put(Caller caller, @PathVariable String number, @RequestBody ClassOrder body, Locale locale) {
        caller.requireOperator(Scope.write("numbers"));
        var checks = new Checks();
        var asked = checks.read("number", "numbers.malformed", number, HotlineNumber::parse);
        var given = checks.read("class", "numbers.class", body.numberClass(), NumberClass::of);
        var actor = checks.read("reason", "malformed", body.reason(), reason -> new Actor(caller.name(), reason));
        checks.done();
        overrides.decide(asked.get(), Optional.of(given.get()), actor.get());
        return body(asked.get(), locale);
    }

    @DeleteMapping("/{number}")
    @Operation(summary = "Leaves a number's class to the rules again; for the operator")
    NumberClassBody withdraw(
            Caller caller,
            @PathVariable String number,
            @RequestParam(required = false) Optional<String> reason,
            Locale locale) {
        caller.requireOperator(Scope.write("numbers"));
        var checks = new Checks();
        var asked = checks.read("number", "numbers.malformed", number, HotlineNumber::parse);
        var actor = checks.read("reason", "malformed", reason.orElse(null), text -> new Actor(caller.name(), text));
        checks.done();
        if (overrides.history(asked.get()).stream()
                .findFirst()
                .flatMap(one -> one.given())
                .isEmpty()) {
            throw new ProblemException(NONE);
        }
        overrides.decide(asked.get(), Optional.empty(), actor.get());
        return body(asked.get(), locale);
    }

    private NumberClassBody body(HotlineNumber number, Locale locale) {
        return NumberClassBody.of(number, Grading.of(number), overrides.history(number), prices.now(), locale);
    }
}
