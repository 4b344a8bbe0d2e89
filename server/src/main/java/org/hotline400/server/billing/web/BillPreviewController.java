package org.hotline400.server.billing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.hotline400.server.billing.Bills;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What bills would be.
@RestController
@Tag(name = "bills")
class BillPreviewController {
    private static final Problem UNKNOWN = Problem.notFound(
            "bills.no-contract", "There is no such contract, or none in that month.", "没有这个合约，或该月合约未生效。");

    private final Bills bills;
    private final Transactions transactions;

    BillPreviewController(Bills bills, Transactions transactions) {
        this.bills = bills;
        this.transactions = transactions;
    }

    @GetMapping("/api/v1/bill-previews/{contract}")
    @Operation(
            summary = "What the bill of a contract would be now",
            description = "For the month that runs, or an earlier `month` (2026-11). Worked out as a bill is, and"
                    + " stored nowhere.")
    BillBody preview(Caller caller, @PathVariable UUID contract, @RequestParam @Nullable String month) {
        caller.require(BillAnswers.READ);
        var checks = new Checks();
        var first = checks.readIfPresent("month", "malformed", month, Months::parse);
        checks.done();
        var wanted = first.orElseGet(() -> bills.today().withDayOfMonth(1));
        return caller.see(transactions, () -> bills.preview(new ContractId(contract), wanted))
                .map(BillBody::of)
                .orElseThrow(() -> new ProblemException(UNKNOWN));
    }
}
