package org.hotline400.server.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.ledger.LedgerChecks;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Whether the books are right.
@RestController
@RequestMapping("/api/v1/ledger/checks")
@Tag(name = "ledger")
class LedgerChecksController {
    private static final Problem RUNNING = Problem.conflict(
            "ledger.checks-running", "The books are being checked already; look again soon.", "账目核对正在进行，请稍后查看。");
    private static final int USUAL = 10;

    private final LedgerChecks checks;

    LedgerChecksController(LedgerChecks checks) {
        this.checks = checks;
    }

    @GetMapping
    @Operation(
            summary = "Shows what the last checks of the books found, the newest first; for the operator",
            description = "They are made each night between three and six, Chinese time, and when somebody asks.")
    List<CheckRunBody> latest(Caller caller, @RequestParam(defaultValue = "" + USUAL) int limit) {
        caller.requireOperator(Scope.read("ledger"));
        var violations = new Checks();
        PageLimit.read(violations, limit);
        violations.done();
        return checks.latest(limit).stream().map(CheckRunBody::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Checks the books now; for the operator",
            description = "Reads every transfer: seconds, with the calls of years a minute or two. What it finds is"
                    + " kept. `right` is false when anything is wrong; notices alone do not make it so.")
    CheckRunBody run(Caller caller) {
        caller.requireOperator(Scope.write("ledger"));
        return checks.run().map(CheckRunBody::of).orElseThrow(() -> new ProblemException(RUNNING));
    }
}
