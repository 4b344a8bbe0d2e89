package org.hotline400.server.billing.payments.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.billing.payments.BankMovement;
import org.hotline400.server.billing.payments.Refund;
import org.hotline400.server.billing.payments.Refunds;
import org.hotline400.server.billing.payments.TopUpEntry;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.payments.BankReference;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.web.PageLimit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Refunds of all top-ups, for finance staff.
@RestController
@RequestMapping("/api/v1/top-up-refunds")
@Tag(name = "payments")
class TopUpRefundsController {
    private static final Scope READ = Scope.read("payments");
    private static final Scope WRITE = Scope.write("payments");

    private final Refunds refunds;
    private final Transactions transactions;
    private final Clock clock;

    TopUpRefundsController(Refunds refunds, Transactions transactions, Clock clock) {
        this.refunds = refunds;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// A refund's transfer as finance staff read it on the bank's statement.
    ///
    /// @param bankReference the bank's serial number of it
    /// @param on the day of the statement
    record SentRefund(
            @Nullable String bankReference,
            @Nullable String on,
            @Nullable String note) {}

    @GetMapping
    @Operation(
            summary = "Lists refunds of top-ups, the newest first; for the operator",
            description = "By `state` (unapproved, due, done, failed, refused).")
    Page<RefundBody> list(
            Caller caller,
            @RequestParam @Nullable String state,
            @RequestParam Optional<UUID> cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.requireOperator(READ);
        var checks = new Checks();
        var wanted = checks.readIfPresent("state", "malformed", state, Refund.State::of);
        PageLimit.read(checks, limit);
        checks.done();
        return caller.see(transactions, () -> refunds.list(wanted, cursor, limit))
                .map(RefundBody::of);
    }

    @PostMapping("/{id}/approval")
    @Operation(summary = "Approves a refund, as a second person; it is sent at once")
    ResponseEntity<RefundBody> approve(Caller caller, @PathVariable UUID id) {
        caller.requireOperator(WRITE);
        return TopUpDeskController.answer(refunds.approve(id, TopUpsController.by(caller)));
    }

    @PostMapping("/{id}/refusal")
    @Operation(
            summary = "Takes a refund back; what was held is the customer's again",
            description =
                    "One that waits for approval, or a transfer that was not confirmed yet, such as when it cannot"
                            + " be made. A provider that was asked may be sending already: 409 `top-ups.not-now`.")
    ResponseEntity<RefundBody> refuse(Caller caller, @PathVariable UUID id) {
        caller.requireOperator(WRITE);
        return TopUpDeskController.answer(refunds.refuse(id));
    }

    @PostMapping("/{id}/confirmation")
    @Operation(
            summary = "Writes down that a refund was transferred; for finance staff",
            description = "For refunds of transfers; the same once more is 200 and changes nothing.")
    ResponseEntity<RefundBody> confirm(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") Optional<String> key,
            @RequestBody SentRefund body) {
        caller.requireOperator(WRITE);
        var today = LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
        var checks = new Checks();
        var reference =
                checks.read("bankReference", "payments.bank-reference", body.bankReference(), BankReference::parse);
        var day = checks.read("on", "payments.day", body.on(), text -> Fields.day(text, today));
        var note = checks.readIfPresent("note", "too-long", body.note(), Fields::note);
        var known = Fields.key(checks, key);
        checks.done();
        var movement = new BankMovement(
                TopUpEntry.Kind.REFUNDED, Money.ZERO, reference.get(), day.get(), note.orElse(""), Optional.of(known));
        return TopUpDeskController.answer(refunds.confirm(id, movement, TopUpsController.by(caller)));
    }
}
