package org.hotline400.server.limits.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.limits.NumberUsages;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Holders see how much of its limits their number uses.
@RestController
@RequestMapping("/api/v1/numbers/{number}/usage")
@Tag(name = "numbers")
class UsageController {
    private static final Problem UNKNOWN =
            Problem.notFound("numbers.unknown", "There is no such number here.", "没有这个号码。");

    private final HotlineNumbers numbers;
    private final NumberUsages usages;

    UsageController(HotlineNumbers numbers, NumberUsages usages) {
        this.numbers = numbers;
        this.usages = usages;
    }

    @GetMapping
    @Operation(
            summary = "Shows the calls of a number now, in this second and in this month, against its limits",
            description = "Over all nodes. What has no limit has no `most`, and what is not counted is left out.")
    UsageBody show(Caller caller, @PathVariable String number) {
        caller.require(Scope.read("numbers"));
        var checks = new Checks();
        var asked = checks.read("number", "numbers.malformed", number, HotlineNumber::parse);
        checks.done();
        return numbers.find(asked.get())
                .filter(found -> caller.isOperator() || found.tenant().equals(caller.tenant()))
                .map(found -> UsageBody.of(found.number(), usages.of(found.tenant(), found.number())))
                .orElseThrow(() -> new ProblemException(UNKNOWN));
    }
}
