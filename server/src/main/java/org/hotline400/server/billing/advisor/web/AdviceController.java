package org.hotline400.server.billing.advisor.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.hotline400.server.billing.advisor.Advised;
import org.hotline400.server.billing.advisor.PackageAdvice;
import org.hotline400.server.billing.advisor.UsageGuess;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.tariffs.contracts.Contracts;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Says which package would be best.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "package advice")
class AdviceController {
    private static final Scope READ = Scope.read("contracts");
    private static final int MOST_MONTHS = 12;
    private static final Problem UNKNOWN =
            Problem.notFound("contracts.unknown", "There is no such contract.", "没有这份合约。");
    private static final Problem TOO_EARLY = Problem.conflict(
            "advice.too-early",
            "This contract's first day is not over: there are no calls to replay. Ask /tariffs/advice for an estimate.",
            "合约首日尚未结束，没有可供回放的话单，可用 /tariffs/advice 估算。");

    private final PackageAdvice advice;
    private final Contracts contracts;
    private final Transactions transactions;
    private final ReplayGate gate;

    AdviceController(PackageAdvice advice, Contracts contracts, Transactions transactions, ReplayGate gate) {
        this.advice = advice;
        this.contracts = contracts;
        this.transactions = transactions;
        this.gate = gate;
    }

    @GetMapping("/contracts/{id}/advice")
    @Operation(
            summary = "Replays a contract's calls through every package and term on sale",
            description =
                    "The best first: cost by month, total, worst month, saving against what is agreed now, a fifth of the"
                            + " calls less and more, and which options are paid for and not used. Of the last whole months, 12"
                            + " at most; where there are fewer than three, parts of months are filled up, and it says so.")
    AdviceBody advise(Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "" + MOST_MONTHS) int months) {
        caller.require(READ);
        var checks = new Checks();
        if (months < 1 || months > MOST_MONTHS) {
            checks.add("months", "malformed", "is 1 to 12; was " + months, "应为 1 到 12，收到的是 " + months + "。");
        }
        checks.done();
        var advised = gate.pass(() -> caller.see(
                transactions, () -> contracts.find(new ContractId(id)).map(contract -> advice.of(contract, months))));
        return switch (advised.orElseThrow(() -> new ProblemException(UNKNOWN))) {
            case Advised.Done(var found) -> AdviceBody.of(found);
            case Advised.TooEarly() -> throw new ProblemException(TOO_EARLY);
        };
    }

    /// Open to visitors: it takes no caller.
    @GetMapping("/tariffs/advice")
    @SecurityRequirements
    @Operation(
            summary = "Estimates what every package and term on sale would cost, the best first",
            description = "For whoever has no records yet: calls of one length, spread evenly over a month, go through"
                    + " the same arithmetic as real ones. Open to visitors.")
    AdviceBody estimate(
            @RequestParam long minutesPerMonth,
            @RequestParam(defaultValue = "10") int nightPercent,
            @RequestParam(defaultValue = "50") int mobilePercent,
            @RequestParam(defaultValue = "150") int callSeconds) {
        return AdviceBody.of(advice.of(UsageGuess.read(minutesPerMonth, nightPercent, mobilePercent, callSeconds)));
    }
}
