package org.hotline400.server.billing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.billing.BillId;
import org.hotline400.server.billing.BillingMonth;
import org.hotline400.server.billing.Bills;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Months as they are billed; for the operator.
@RestController
@RequestMapping("/api/v1/bill-months")
@Tag(name = "bills")
class BillingMonthsController {
    private static final Problem NOT_OVER = Problem.conflict(
            "bills.month-not-over", "This month is not over yet: its bills can be previewed.", "本月尚未结束，只能预览账单。");
    private static final int MOST_CONTRACTS = 1_000;

    private final Bills bills;
    private final Transactions transactions;

    BillingMonthsController(Bills bills, Transactions transactions) {
        this.bills = bills;
        this.transactions = transactions;
    }

    /// @param month `2026-11`
    /// @param draftedAt when there were drafts of all its bills
    /// @param unsettledSince when it was told that its calls are not settled in time
    /// @param issuedAt when all its bills were issued
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MonthBody(
            String month,
            @Nullable Instant draftedAt,
            @Nullable Instant unsettledSince,
            @Nullable Instant issuedAt) {
        static MonthBody of(BillingMonth month) {
            return new MonthBody(
                    YearMonth.from(month.month()).toString(),
                    month.drafted().orElse(null),
                    month.told().orElse(null),
                    month.issued().orElse(null));
        }
    }

    /// @param contracts only these; absent: all of the month
    record IssueOrder(@Nullable List<UUID> contracts) {}

    /// @param bills how many
    record CountBody(int bills) {}

    @GetMapping
    @Operation(summary = "How far the last months have come; for the operator")
    List<MonthBody> list(Caller caller) {
        caller.requireOperator(BillAnswers.READ);
        return transactions.asOperator(bills::months).stream()
                .map(MonthBody::of)
                .toList();
    }

    @GetMapping("/{month}/drafts")
    @Operation(summary = "Lists the drafts of a month; for the operator")
    Page<BillBody> drafts(
            Caller caller,
            @PathVariable String month,
            @RequestParam Optional<UUID> cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.requireOperator(BillAnswers.READ);
        var first = read(month, limit);
        return transactions
                .asOperator(() -> bills.drafts(first, cursor.map(BillId::new), limit))
                .map(BillBody::of);
    }

    @PostMapping("/{month}/drafts")
    @Operation(summary = "Drafts a month that is over anew; for the operator")
    CountBody draft(Caller caller, @PathVariable String month) {
        caller.requireOperator(BillAnswers.WRITE);
        return new CountBody(bills.draft(over(month)));
    }

    @PostMapping("/{month}/issue")
    @Operation(
            summary = "Issues the bills of a month that is over; for the operator",
            description = "All of them, or those of `contracts`. Those that were issued before stay as they are, so"
                    + " that it is safe to send it twice.")
    CountBody issue(Caller caller, @PathVariable String month, @RequestBody Optional<IssueOrder> body) {
        caller.requireOperator(BillAnswers.WRITE);
        var first = over(month);
        var contracts = body.map(IssueOrder::contracts);
        contracts.ifPresent(BillingMonthsController::check);
        return new CountBody(contracts
                .map(some -> bills.issue(some.stream().map(ContractId::new).toList(), first)
                        .size())
                .orElseGet(() -> bills.issue(first)));
    }

    private static void check(List<UUID> contracts) {
        var checks = new Checks();
        if (contracts.isEmpty() || contracts.size() > MOST_CONTRACTS) {
            checks.add(
                    "contracts",
                    "out-of-range",
                    "are 1 to " + MOST_CONTRACTS + ", or absent for all",
                    "应为 1 到 " + MOST_CONTRACTS + " 个合约，或不填表示全部。");
        }
        checks.done();
    }

    private LocalDate over(String month) {
        var first = read(month, PageLimit.USUAL);
        if (!bills.isOver(first)) {
            throw new ProblemException(NOT_OVER);
        }
        return first;
    }

    private static LocalDate read(String month, int limit) {
        var checks = new Checks();
        var first = checks.read("month", "malformed", month, Months::parse);
        PageLimit.read(checks, limit);
        checks.done();
        return first.get();
    }
}
