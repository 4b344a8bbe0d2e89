package org.hotline400.server.numbers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.numbers.Upgrade;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A number goes to another owner, or its owner to another number.
@RestController
@RequestMapping("/api/v1/numbers/{number}")
@Tag(name = "numbers")
class NumberMovesController {
    private final HotlineNumbers numbers;

    NumberMovesController(HotlineNumbers numbers) {
        this.numbers = numbers;
    }

    /// @param tenant the new owner
    /// @param reason for the record
    record TransferOrder(@Nullable String tenant, @Nullable String reason) {}

    @PostMapping("/transfer")
    @Operation(
            summary = "Gives a number in service to another tenant; for the operator",
            description = "Its plans and the records of its calls stay with the former owner. Until the new one has"
                    + " published a plan, callers hear that it is not in service.")
    NumberBody transfer(Caller caller, @PathVariable String number, @RequestBody TransferOrder body) {
        caller.requireOperator(Scope.write("numbers"));
        var checks = new Checks();
        var digits = checks.read("number", "numbers.malformed", number, HotlineNumber::parse);
        var tenant = checks.read("tenant", "malformed", body.tenant(), TenantId::of);
        var actor = checks.read("reason", "malformed", body.reason(), why -> NumberActor.of(caller, why));
        checks.done();
        return NumberAnswers.body(numbers.transfer(digits.get(), tenant.get(), actor.get()));
    }

    /// @param successor the number that takes the place
    /// @param days for how long callers of the old one hear of it, 1 to 730; as configured when absent
    /// @param reason for the record
    record UpgradeOrder(
            @Nullable String successor,
            @Nullable Integer days,
            @Nullable String reason) {}

    @PostMapping("/upgrade")
    @Operation(
            summary = "Lets another number of the same holder take this one's place",
            description =
                    "Callers of the old number hear the new one, for as long as is set; then the old one rests and"
                            + " is sold again. The new one is in service already; for the operator, a number that is held or"
                            + " reserved for the holder will do.")
    NumberBody upgrade(Caller caller, @PathVariable String number, @RequestBody UpgradeOrder body) {
        caller.require(Scope.write("numbers"));
        var checks = new Checks();
        var from = checks.read("number", "numbers.malformed", number, HotlineNumber::parse);
        var to = checks.read("successor", "numbers.malformed", body.successor(), HotlineNumber::parse);
        var days = checks.readIfPresent("days", "out-of-range", body.days(), NumberMovesController::days);
        var actor = checks.read("reason", "malformed", body.reason(), why -> NumberActor.of(caller, why));
        checks.done();
        var upgrade = checks.read(
                "successor", "numbers.malformed", to.get(), successor -> new Upgrade(from.get(), successor, days));
        checks.done();
        return NumberAnswers.body(numbers.upgrade(upgrade.get(), actor.get()));
    }

    private static Duration days(int days) {
        if (days < 1 || days > 730) {
            throw new IllegalArgumentException("is 1 to 730");
        }
        return Duration.ofDays(days);
    }
}
