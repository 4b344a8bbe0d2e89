package org.hotline400.server.billing.invoices.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.billing.invoices.BatchFile;
import org.hotline400.server.billing.invoices.Invoice;
import org.hotline400.server.billing.invoices.InvoiceChange;
import org.hotline400.server.billing.invoices.Invoices;
import org.hotline400.server.billing.invoices.ResultsFile;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.audit.Reveals;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.Violation;
import org.hotline400.server.web.CsvFile;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Between here and the operator's tax system: batches go out, results come back.
@RestController
@Tag(name = "invoices")
class BatchesController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final long MOST_BYTES = 4L * 1_024 * 1_024;

    private final Invoices invoices;
    private final Transactions transactions;
    private final Clock clock;

    BatchesController(Invoices invoices, Transactions transactions, Clock clock) {
        this.invoices = invoices;
        this.transactions = transactions;
        this.clock = clock;
    }

    @PostMapping("/api/v1/invoice-batches")
    @ResponseStatus(HttpStatus.CREATED)
    @Reveals("invoices")
    @Operation(
            summary = "Hands all requests that wait to the tax system, each once; for finance staff",
            description = "At most 2,000, the oldest first. The same Idempotency-Key gives the same batch. 409"
                    + " `invoices.nothing-waits`.")
    BatchBody export(Caller caller, @RequestHeader("Idempotency-Key") Optional<String> key) {
        caller.requireOperator(InvoicesController.WRITE);
        var checks = new Checks();
        InvoicesController.checkKey(key, checks);
        checks.done();
        return BatchBody.of(transactions.asOperator(() -> invoices.export(key, by(caller))
                .map(invoices::batch)
                .orElseThrow(() -> new ProblemException(InvoiceProblems.NOTHING_WAITS))));
    }

    @GetMapping("/api/v1/invoice-batches")
    @Operation(summary = "Lists the batches, the newest first; for finance staff")
    Page<BatchBody.BatchSummary> list(
            Caller caller,
            @RequestParam Optional<UUID> cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.requireOperator(InvoicesController.READ);
        var checks = new Checks();
        PageLimit.read(checks, limit);
        checks.done();
        return transactions.asOperator(() -> invoices.batches(cursor, limit)).map(BatchBody.BatchSummary::of);
    }

    @GetMapping("/api/v1/invoice-batches/{id}")
    @Reveals("invoices")
    @Operation(summary = "A batch as JSON, the same however often; for finance staff")
    BatchBody show(Caller caller, @PathVariable UUID id) {
        caller.requireOperator(InvoicesController.READ);
        return BatchBody.of(batch(id));
    }

    @GetMapping(path = "/api/v1/invoice-batches/{id}/file", produces = "text/csv")
    @Reveals("invoices")
    @Operation(summary = "A batch as CSV for the tax system, the same bytes however often; for finance staff")
    ResponseEntity<byte[]> file(Caller caller, @PathVariable UUID id) {
        caller.requireOperator(InvoicesController.READ);
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store, private")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"invoices-" + id + ".csv\"")
                .contentType(CSV)
                .body(BatchFile.csv(batch(id)).getBytes(StandardCharsets.UTF_8));
    }

    private List<Invoice> batch(UUID id) {
        var found = transactions.asOperator(() -> invoices.batch(id));
        if (found.isEmpty()) {
            throw new ProblemException(InvoiceProblems.NO_BATCH);
        }
        return found;
    }

    /// @param written rows that were written down now
    /// @param asBefore rows that had been already
    /// @param mistakes all that is wrong with the other rows
    record InvoiceImportReport(int written, int asBefore, List<InvoiceMistake> mistakes) {}

    /// @param field where: `lines[3].number`
    record InvoiceMistake(String field, String code, String chinese, String english) {
        static InvoiceMistake of(Violation one) {
            return new InvoiceMistake(one.field(), one.code(), one.chinese().orElse(one.message()), one.message());
        }
    }

    @PostMapping(path = "/api/v1/invoice-results", consumes = "text/csv")
    @Operation(
            summary = "Takes in what the tax system made of requests; for finance staff",
            description = "CSV with the columns request, result, code, number, day, reason (or 申请编号, 结果, 发票代码, 发票号码,"
                    + " 开票日期, 拒绝原因). Sound rows are written down; the answer names all mistakes of the others. The same"
                    + " file once more changes nothing.")
    InvoiceImportReport results(Caller caller, InputStream body) throws IOException {
        caller.requireOperator(InvoicesController.WRITE);
        try (var file = CsvFile.receive(body, MOST_BYTES)) {
            return settle(ResultsFile.read(file, today()), by(caller));
        }
    }

    private InvoiceImportReport settle(ResultsFile results, Invoice.Change by) {
        var mistakes = new ArrayList<Violation>(results.violations());
        int written = 0;
        int asBefore = 0;
        for (var row : results.rows()) {
            var change = transactions.asOperator(() -> invoices.settle(row.request(), row.result(), by));
            written += change instanceof InvoiceChange.Done ? 1 : 0;
            asBefore += change instanceof InvoiceChange.AsBefore ? 1 : 0;
            InvoiceProblems.of(change)
                    .ifPresent(why -> mistakes.add(new Violation(
                            CsvFile.field(row.line()), why.code(), why.english(), Optional.of(why.chinese()))));
        }
        return new InvoiceImportReport(
                written, asBefore, mistakes.stream().map(InvoiceMistake::of).toList());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
    }

    private Invoice.Change by(Caller caller) {
        return new Invoice.Change(caller.name(), clock.instant());
    }
}
