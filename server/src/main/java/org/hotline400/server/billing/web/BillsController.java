package org.hotline400.server.billing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.billing.Bill;
import org.hotline400.server.billing.BillFilter;
import org.hotline400.server.billing.BillId;
import org.hotline400.server.billing.Bills;
import org.hotline400.server.billing.paper.BillCsv;
import org.hotline400.server.billing.paper.BillPdf;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Bills to look at.
@RestController
@RequestMapping("/api/v1/bills")
@Tag(name = "bills")
class BillsController {
    private final Bills bills;
    private final PartiesOfBills parties;
    private final Transactions transactions;

    BillsController(Bills bills, PartiesOfBills parties, Transactions transactions) {
        this.bills = bills;
        this.parties = parties;
        this.transactions = transactions;
    }

    @GetMapping
    @Operation(
            summary = "Lists issued bills, the newest first",
            description = "Of a `month` (2026-11), only `open` ones or those that are not, only those `overdue` today;"
                    + " the operator also by `tenant`.")
    Page<BillBody> list(
            Caller caller,
            @RequestParam @Nullable String month,
            @RequestParam Optional<Boolean> open,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam Optional<UUID> tenant,
            @RequestParam Optional<UUID> cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.require(BillAnswers.READ);
        var checks = new Checks();
        var first = checks.readIfPresent("month", "malformed", month, Months::parse);
        PageLimit.read(checks, limit);
        checks.done();
        var filter = new BillFilter(
                tenant.map(TenantId::new), first, open, overdue ? Optional.of(bills.today()) : Optional.empty());
        return caller.see(transactions, () -> bills.list(filter, cursor.map(BillId::new), limit))
                .map(BillBody::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Shows a bill with its lines; drafts for the operator only")
    BillBody show(Caller caller, @PathVariable UUID id) {
        return BillBody.of(find(caller, id));
    }

    private Bill find(Caller caller, UUID id) {
        caller.require(BillAnswers.READ);
        return caller.see(transactions, () -> bills.find(new BillId(id)))
                .filter(bill -> bill.issued().isPresent() || caller.isOperator())
                .orElseThrow(() -> new ProblemException(BillAnswers.UNKNOWN));
    }

    @GetMapping(path = "/{id}/content", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "An issued bill as it was written down: JSON, byte by byte what its hash is of",
            description = "SHA-256 over the body is the bill's `hash`, as printed at the foot of its PDF.")
    ResponseEntity<byte[]> content(Caller caller, @PathVariable UUID id) {
        caller.require(BillAnswers.READ);
        var content = caller.see(transactions, () -> bills.content(new BillId(id)))
                .orElseThrow(() -> new ProblemException(BillAnswers.UNKNOWN));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @GetMapping(path = "/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "Writes a bill as PDF, to be printed on A4")
    ResponseEntity<byte[]> pdf(Caller caller, @PathVariable UUID id) {
        var bill = find(caller, id);
        return BillAnswers.pdf(name(bill), BillPdf.write(bill, parties.of(bill)));
    }

    @GetMapping(path = "/{id}/csv", produces = BillAnswers.CSV)
    @Operation(summary = "Writes a bill's lines as CSV")
    ResponseEntity<byte[]> csv(Caller caller, @PathVariable UUID id) {
        var bill = find(caller, id);
        return BillAnswers.csv(name(bill), BillCsv.write(bill));
    }

    private static String name(Bill bill) {
        return bill.number().orElse("draft");
    }

    /// @param step `reminder-7`, `suspend`, `propose-termination`
    record StepBody(String step, Instant at) {}

    @GetMapping("/{id}/dunning")
    @Operation(summary = "Lists what was done about a bill that is not paid, the first thing first")
    List<StepBody> dunning(Caller caller, @PathVariable UUID id) {
        var bill = find(caller, id);
        return caller.see(transactions, () -> bills.dunning(bill.id())).stream()
                .map(step -> new StepBody(step.step(), step.at()))
                .toList();
    }
}
