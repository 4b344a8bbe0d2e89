package org.hotline400.server.billing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.billing.BillId;
import org.hotline400.server.billing.Bills;
import org.hotline400.server.billing.CreditNotes;
import org.hotline400.server.billing.Credited;
import org.hotline400.server.billing.paper.CreditNotePdf;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Corrections of issued bills.
@RestController
@Tag(name = "bills")
class CreditNotesController {
    private static final Problem UNKNOWN_NOTE =
            Problem.notFound("bills.credit-note-unknown", "There is no such credit note.", "没有这张贷项通知单。");
    private static final Problem KEY_USED = Problem.conflict(
            "bills.key-used",
            "This Idempotency-Key came with something else before; take a new one.",
            "此 Idempotency-Key 已用于另一次请求，请换一个。");

    private final CreditNotes notes;
    private final Bills bills;
    private final PartiesOfBills parties;
    private final Transactions transactions;

    CreditNotesController(CreditNotes notes, Bills bills, PartiesOfBills parties, Transactions transactions) {
        this.notes = notes;
        this.bills = bills;
        this.parties = parties;
        this.transactions = transactions;
    }

    @GetMapping("/api/v1/bills/{id}/credit-notes")
    @Operation(summary = "Lists the credit notes of a bill, the oldest first")
    List<CreditNoteBody> list(Caller caller, @PathVariable UUID id) {
        caller.require(BillAnswers.READ);
        return caller
                .see(transactions, () -> bills.find(new BillId(id)).map(bill -> notes.of(bill.id())))
                .orElseThrow(() -> new ProblemException(BillAnswers.UNKNOWN))
                .stream()
                .map(CreditNoteBody::of)
                .toList();
    }

    @PostMapping("/api/v1/bills/{id}/credit-notes")
    @Operation(
            summary = "Issues a credit note on a bill; for finance staff",
            description = "Never more than what is left of each line. What was not paid yet is not asked for any more,"
                    + " and the rest is on the account. The same request once more, with the same `Idempotency-Key`, is"
                    + " 200 and changes nothing.")
    ResponseEntity<CreditNoteBody> issue(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") Optional<String> key,
            @RequestBody CreditNoteOrder body) {
        caller.requireOperator(BillAnswers.WRITE);
        return switch (notes.issue(body.read(id, key, caller.principal()))) {
            case Credited.Done(var note) ->
                ResponseEntity.status(HttpStatus.CREATED).body(CreditNoteBody.of(note));
            case Credited.AsBefore(var note) -> ResponseEntity.ok(CreditNoteBody.of(note));
            case Credited.Unknown _ -> throw new ProblemException(BillAnswers.UNKNOWN);
            case Credited.KeyUsed() -> throw new ProblemException(KEY_USED);
            case Credited.NoSuchLine(int line) ->
                throw new ProblemException(Problem.conflict(
                        "bills.no-such-line", "The bill has no line " + line + ".", "账单没有第 " + line + " 行。"));
            case Credited.TooMuch(int line, var left) ->
                throw new ProblemException(Problem.conflict(
                        "bills.credited-too-much",
                        "Only " + left + " yuan are left to credit at line " + line + ".",
                        "第 " + line + " 行最多还能冲减 " + left + " 元。"));
        };
    }

    @GetMapping(path = "/api/v1/credit-notes/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "Writes a credit note as PDF, to be printed on A4")
    ResponseEntity<byte[]> pdf(Caller caller, @PathVariable UUID id) {
        caller.require(BillAnswers.READ);
        var note = caller.see(transactions, () -> notes.find(id)).orElseThrow(() -> new ProblemException(UNKNOWN_NOTE));
        return BillAnswers.pdf(note.number(), CreditNotePdf.write(note, parties.of(note.tenant(), note.billNumber())));
    }
}
