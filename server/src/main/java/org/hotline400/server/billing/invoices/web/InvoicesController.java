package org.hotline400.server.billing.invoices.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.billing.BillId;
import org.hotline400.server.billing.invoices.Invoice;
import org.hotline400.server.billing.invoices.InvoiceChange;
import org.hotline400.server.billing.invoices.InvoiceFiles;
import org.hotline400.server.billing.invoices.InvoiceFilter;
import org.hotline400.server.billing.invoices.InvoiceId;
import org.hotline400.server.billing.invoices.InvoiceKind;
import org.hotline400.server.billing.invoices.InvoiceOrder;
import org.hotline400.server.billing.invoices.InvoiceState;
import org.hotline400.server.billing.invoices.Invoices;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.audit.Reveals;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Enterprises ask for invoices on what they paid.
@RestController
@RequestMapping("/api/v1/invoices")
@Tag(name = "invoices")
class InvoicesController {
    static final Scope READ = Scope.read("invoices");
    static final Scope WRITE = Scope.write("invoices");
    private static final int LONGEST_KEY = 100;

    private final Invoices invoices;
    private final InvoiceFiles files;
    private final Transactions transactions;
    private final Clock clock;

    InvoicesController(Invoices invoices, InvoiceFiles files, Transactions transactions, Clock clock) {
        this.invoices = invoices;
        this.files = files;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param kind `normal` (普通发票) or `special` (专用发票)
    record InvoiceRequest(
            @Nullable String bill,
            @Nullable String kind,
            @Nullable BuyerBody buyer) {
        private static final BuyerBody NOBODY = new BuyerBody(null, null, null, null, null, null, null);

        InvoiceOrder read(Optional<String> key, Invoice.Change by) {
            var checks = new Checks();
            var paid = checks.read("bill", "malformed", bill, text -> new BillId(UUID.fromString(text)));
            var wanted = checks.read("kind", "invoices.kind", kind, InvoiceKind::of);
            var to = (buyer == null ? NOBODY : buyer).read(checks, wanted.value());
            checkKey(key, checks);
            checks.done();
            return new InvoiceOrder(paid.get(), wanted.get(), to.get(), key, by);
        }
    }

    static void checkKey(Optional<String> key, Checks checks) {
        if (key.filter(text -> text.isBlank() || text.length() > LONGEST_KEY).isPresent()) {
            checks.add(
                    "Idempotency-Key",
                    "malformed",
                    "has 1 to " + LONGEST_KEY + " characters",
                    "长度为 1 到 " + LONGEST_KEY + " 个字符。");
        }
    }

    @PostMapping
    @Operation(
            summary = "Asks for an invoice on a bill that is paid in full",
            description = "A special invoice needs address, phone, bank and account of the buyer. A bill has one live"
                    + " request: 409 `invoices.requested-already`; `invoices.bill-not-paid`. 201; 200 when the same was asked"
                    + " before with this Idempotency-Key.")
    ResponseEntity<InvoiceBody> request(
            Caller caller, @RequestHeader("Idempotency-Key") Optional<String> key, @RequestBody InvoiceRequest body) {
        caller.require(WRITE);
        var order = body.read(key, by(caller));
        var change = caller.see(transactions, () -> invoices.request(order));
        var status = change instanceof InvoiceChange.Done ? HttpStatus.CREATED : HttpStatus.OK;
        return ResponseEntity.status(status).body(InvoiceBody.of(InvoiceProblems.done(change)));
    }

    @GetMapping
    @Operation(summary = "Lists requests for invoices, the newest first", description = "By `state` or by `bill`.")
    Page<InvoiceBody> list(
            Caller caller,
            @RequestParam @Nullable String state,
            @RequestParam Optional<UUID> bill,
            @RequestParam Optional<UUID> cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.require(READ);
        var checks = new Checks();
        var wanted = checks.readIfPresent("state", "malformed", state, InvoiceState::of);
        PageLimit.read(checks, limit);
        checks.done();
        var filter = new InvoiceFilter(wanted, bill.map(BillId::new));
        return caller.see(transactions, () -> invoices.list(filter, cursor.map(InvoiceId::new), limit))
                .map(InvoiceBody::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Shows a request for an invoice")
    InvoiceBody show(Caller caller, @PathVariable UUID id) {
        caller.require(READ);
        return InvoiceBody.of(find(caller, id));
    }

    private Invoice find(Caller caller, UUID id) {
        return caller.see(transactions, () -> invoices.find(new InvoiceId(id)))
                .orElseThrow(() -> new ProblemException(InvoiceProblems.UNKNOWN));
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(
            summary = "Takes a request back that was not exported yet",
            description = "409 `invoices.not-now` once it was handed to the tax system.")
    InvoiceBody withdraw(Caller caller, @PathVariable UUID id) {
        caller.require(WRITE);
        return InvoiceBody.of(
                InvoiceProblems.done(caller.see(transactions, () -> invoices.withdraw(new InvoiceId(id), by(caller)))));
    }

    @GetMapping(path = "/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Reveals("invoices")
    @Operation(summary = "The invoice itself", description = "404 `invoices.no-pdf` as long as it is not attached.")
    ResponseEntity<byte[]> pdf(Caller caller, @PathVariable UUID id) throws IOException {
        caller.require(READ);
        var invoice = find(caller, id);
        try (InputStream file = files.open(invoice)) {
            return ResponseEntity.ok()
                    .header(HttpHeaders.CACHE_CONTROL, "no-store, private")
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"invoice-" + invoice.asked().billNumber() + ".pdf\"")
                    .contentType(MediaType.APPLICATION_PDF)
                    .body(file.readAllBytes());
        } catch (NoSuchFileException _) {
            throw new ProblemException(InvoiceProblems.NO_PDF);
        }
    }

    private Invoice.Change by(Caller caller) {
        return new Invoice.Change(caller.name(), clock.instant());
    }
}
