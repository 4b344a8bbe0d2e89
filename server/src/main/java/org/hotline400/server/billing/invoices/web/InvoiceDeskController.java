package org.hotline400.server.billing.invoices.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hotline400.server.billing.invoices.Invoice;
import org.hotline400.server.billing.invoices.InvoiceFiles;
import org.hotline400.server.billing.invoices.InvoiceId;
import org.hotline400.server.billing.invoices.Invoices;
import org.hotline400.server.billing.invoices.ResultRow;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What finance staff write down of single invoices.
@RestController
@RequestMapping("/api/v1/invoices/{id}")
@Tag(name = "invoices")
class InvoiceDeskController {
    private final Invoices invoices;
    private final InvoiceFiles files;
    private final Transactions transactions;
    private final Clock clock;

    InvoiceDeskController(Invoices invoices, InvoiceFiles files, Transactions transactions, Clock clock) {
        this.invoices = invoices;
        this.files = files;
        this.transactions = transactions;
        this.clock = clock;
    }

    @PostMapping("/result")
    @Operation(
            summary = "Writes down what the tax system made of a request; for finance staff",
            description = "`result` is `made-out` with number, day and, unless it is fully digital, code; or `refused`"
                    + " with a reason. The same once more changes nothing.")
    InvoiceBody result(Caller caller, @PathVariable UUID id, @RequestBody ResultRow body) {
        caller.requireOperator(InvoicesController.WRITE);
        var checks = new Checks();
        var result = body.read(checks, "", today());
        checks.done();
        return InvoiceBody.of(InvoiceProblems.done(
                transactions.asOperator(() -> invoices.settle(new InvoiceId(id), result.get(), by(caller)))));
    }

    /// @param number 号码 of the red invoice: 8 or 20 digits
    /// @param day its day
    /// @param creditNote the number of the credit note that it follows, such as `CN-202612-000001`
    record ReversalRequest(
            @Nullable String number,
            @Nullable String day,
            @Nullable String creditNote) {
        private static final Pattern NUMBER = Pattern.compile("[0-9]{8}|[0-9]{20}");
        private static final Pattern NOTE = Pattern.compile("[A-Z0-9][A-Z0-9-]{2,39}");

        Invoice.Reversal read(LocalDate today) {
            var checks = new Checks();
            var red = checks.read(
                    "number",
                    "invoices.number",
                    number,
                    text -> matching(NUMBER, text, "has 8 or 20 digits", "红字发票号码为 8 位或 20 位数字。"));
            var on = checks.read("day", "invoices.day", day, text -> ResultRow.day(text, today));
            var note = checks.read(
                    "creditNote",
                    "invoices.credit-note",
                    creditNote,
                    text -> matching(NOTE, text, "is the number of a credit note", "应为红字账单（credit note）编号。"));
            checks.done();
            return new Invoice.Reversal(red.get(), on.get(), note.get());
        }

        private static String matching(Pattern form, String text, String english, String chinese) {
            if (!form.matcher(text.strip()).matches()) {
                throw new MistakeException(english, chinese);
            }
            return text.strip();
        }
    }

    @PostMapping("/reversal")
    @Operation(
            summary = "Writes down that an invoice was taken back (红冲); for finance staff",
            description = "After a credit note. The bill can have another request then.")
    InvoiceBody reverse(Caller caller, @PathVariable UUID id, @RequestBody ReversalRequest body) {
        caller.requireOperator(InvoicesController.WRITE);
        var reversal = body.read(today());
        return InvoiceBody.of(InvoiceProblems.done(
                transactions.asOperator(() -> invoices.reverse(new InvoiceId(id), reversal, by(caller)))));
    }

    @PutMapping(
            path = "/pdf",
            consumes = {MediaType.APPLICATION_PDF_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @Operation(
            summary = "Attaches the invoice itself; for finance staff",
            description =
                    "The body is a PDF of at most 5 MB. It takes the place of the one before; the same again changes"
                            + " nothing. 409 `invoices.not-now` before the invoice's number is known.")
    InvoiceBody attach(Caller caller, @PathVariable UUID id, InputStream body) throws IOException {
        caller.requireOperator(InvoicesController.WRITE);
        return switch (files.attach(new InvoiceId(id), body, by(caller))) {
            case InvoiceFiles.Attached.Refused(var fault) -> throw new ProblemException(InvoiceProblems.of(fault));
            case InvoiceFiles.Attached.Changed(var change) -> InvoiceBody.of(InvoiceProblems.done(change));
        };
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
    }

    private Invoice.Change by(Caller caller) {
        return new Invoice.Change(caller.name(), clock.instant());
    }
}
