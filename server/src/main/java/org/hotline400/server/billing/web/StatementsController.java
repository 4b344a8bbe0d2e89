package org.hotline400.server.billing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.billing.Bills;
import org.hotline400.server.billing.Statement;
import org.hotline400.server.billing.Statements;
import org.hotline400.server.billing.paper.StatementCsv;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What moved on an enterprise's account.
@RestController
@RequestMapping("/api/v1/statements")
@Tag(name = "bills")
class StatementsController {
    private static final int MOST_DAYS = 366;
    private static final Problem TOO_LONG = Problem.conflict(
            "bills.statement-too-long",
            "More than " + Statements.MOST + " entries: ask for a shorter period.",
            "明细超过 " + Statements.MOST + " 条，请缩短期间。");

    private final Statements statements;
    private final Bills bills;
    private final Transactions transactions;

    StatementsController(Statements statements, Bills bills, Transactions transactions) {
        this.statements = statements;
        this.bills = bills;
        this.transactions = transactions;
    }

    /// @param until the first day that is not in it
    record StatementBody(
            UUID tenant, LocalDate from, LocalDate until, String opening, List<EntryBody> entries, String closing) {
        static StatementBody of(Statement statement) {
            return new StatementBody(
                    statement.tenant().value(),
                    statement.from(),
                    statement.until(),
                    statement.opening().toString(),
                    statement.entries().stream().map(EntryBody::of).toList(),
                    statement.closing().toString());
        }
    }

    /// @param kind `top-up`, `call`, `rent`, `fee`, `credit-note`
    /// @param change of the balance: above 0 for what came
    record EntryBody(Instant at, String kind, String reference, String change, String balance) {
        static EntryBody of(Statement.Entry entry) {
            return new EntryBody(
                    entry.at(),
                    entry.kind(),
                    entry.reference(),
                    entry.change().toString(),
                    entry.balance().toString());
        }
    }

    @GetMapping
    @Operation(
            summary = "What moved on the account in a period, with opening and closing balance",
            description = "From the day `from` to before `until`, at most a year; the running month by default. The"
                    + " operator names a `tenant`.")
    StatementBody show(
            Caller caller,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String until,
            @RequestParam Optional<UUID> tenant) {
        return StatementBody.of(find(caller, from, until, tenant));
    }

    @GetMapping(path = "/csv", produces = BillAnswers.CSV)
    @Operation(summary = "The same as CSV")
    ResponseEntity<byte[]> csv(
            Caller caller,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String until,
            @RequestParam Optional<UUID> tenant) {
        var statement = find(caller, from, until, tenant);
        return BillAnswers.csv(
                "statement-" + statement.from() + "-" + statement.until(), StatementCsv.write(statement));
    }

    private Statement find(Caller caller, @Nullable String from, @Nullable String until, Optional<UUID> tenant) {
        caller.require(BillAnswers.READ);
        var month = bills.today().withDayOfMonth(1);
        var checks = new Checks();
        var first = checks.readIfPresent("from", "malformed", from, Months::parseDay)
                .orElse(month);
        var end = checks.readIfPresent("until", "malformed", until, Months::parseDay)
                .orElseGet(() -> first.plusMonths(1));
        if (!first.isBefore(end) || end.isAfter(first.plusDays(MOST_DAYS))) {
            checks.add("until", "out-of-range", "is after from, by at most a year", "应晚于 from，且不超过一年。");
        }
        checks.done();
        var whose = tenant.filter(_ -> caller.isOperator()).map(TenantId::new).orElse(caller.tenant());
        return caller.see(transactions, () -> statements.of(whose, first, end))
                .orElseThrow(() -> new ProblemException(TOO_LONG));
    }
}
