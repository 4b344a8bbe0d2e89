package org.hotline400.server.billing.payments.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.billing.payments.BankMovement;
import org.hotline400.server.billing.payments.MovementBooked;
import org.hotline400.server.billing.payments.RefundOutcome;
import org.hotline400.server.billing.payments.RefundWish;
import org.hotline400.server.billing.payments.Refunds;
import org.hotline400.server.billing.payments.TopUp;
import org.hotline400.server.billing.payments.TopUpDesk;
import org.hotline400.server.billing.payments.TopUpEntry;
import org.hotline400.server.billing.payments.TopUpId;
import org.hotline400.server.billing.payments.TopUps;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.payments.BankReference;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where finance staff confirm transfers and send money back.
@RestController
@RequestMapping("/api/v1/top-ups/{id}")
@Tag(name = "payments")
class TopUpDeskController {
    private static final Scope WRITE = Scope.write("payments");
    private static final Money FEN = Money.parse("0.01");
    private static final Money MOST = Money.ofYuan(20_000_000);
    private static final int LONGEST_REASON = 80;

    private final TopUpDesk desk;
    private final TopUps topUps;
    private final Refunds refunds;
    private final Transactions transactions;
    private final Clock clock;

    TopUpDeskController(TopUpDesk desk, TopUps topUps, Refunds refunds, Transactions transactions, Clock clock) {
        this.desk = desk;
        this.topUps = topUps;
        this.refunds = refunds;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// A transfer as finance staff read it on the bank's statement.
    ///
    /// @param bankReference the bank's serial number of it
    /// @param amount in yuan, whole fen: what came, whatever had been asked for
    /// @param on the day of the statement
    /// @param note for colleagues
    record ArrivedTransfer(
            @Nullable String bankReference,
            @Nullable String amount,
            @Nullable String on,
            @Nullable String note) {}

    /// @param amount in yuan, whole fen
    /// @param reason for customer and provider
    record NewRefund(@Nullable String amount, @Nullable String reason) {}

    @PostMapping("/confirmations")
    @Operation(
            summary = "Writes down a transfer that has arrived; for finance staff",
            description =
                    "What came is on the customer's account at once, more or less than was asked for, late or after"
                            + " the top-up was closed. The same movement once more is 200 and changes nothing; another"
                            + " one with a bank reference that is known, for an application's payment too, is refused.")
    ResponseEntity<TopUpBody> confirm(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") Optional<String> key,
            @RequestBody ArrivedTransfer body) {
        caller.requireOperator(WRITE);
        var checks = new Checks();
        var reference =
                checks.read("bankReference", "payments.bank-reference", body.bankReference(), BankReference::parse);
        var amount = checks.read("amount", "payments.amount", body.amount(), text -> Fields.amount(text, FEN, MOST));
        var day = checks.read("on", "payments.day", body.on(), text -> Fields.day(text, today()));
        var note = checks.readIfPresent("note", "too-long", body.note(), Fields::note);
        var known = Fields.key(checks, key);
        checks.done();
        var movement = new BankMovement(
                TopUpEntry.Kind.RECEIVED,
                amount.get(),
                reference.get(),
                day.get(),
                note.orElse(""),
                Optional.of(known));
        return answer(caller, desk.confirm(new TopUpId(id), movement, TopUpsController.by(caller)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
    }

    private ResponseEntity<TopUpBody> answer(Caller caller, MovementBooked booked) {
        return switch (booked) {
            case MovementBooked.Done(var topUp) -> body(caller, HttpStatus.CREATED, topUp);
            case MovementBooked.AsBefore(var topUp) -> body(caller, HttpStatus.OK, topUp);
            case MovementBooked.Unknown() -> throw new ProblemException(TopUpProblems.UNKNOWN);
            case MovementBooked.Used(var reference) ->
                throw new ProblemException(TopUpProblems.bankReferenceUsed(reference));
            case MovementBooked.KeyUsed() -> throw new ProblemException(TopUpProblems.KEY_USED);
            case MovementBooked.NotByTransfer _ -> throw new ProblemException(TopUpProblems.NOT_BY_TRANSFER);
        };
    }

    private ResponseEntity<TopUpBody> body(Caller caller, HttpStatus status, TopUp topUp) {
        return ResponseEntity.status(status)
                .body(caller.see(
                        transactions,
                        () -> TopUpBody.of(
                                topUp, Optional.empty(), topUps.entries(topUp.id()), refunds.of(topUp.id()))));
    }

    @PostMapping("/refunds")
    @Operation(
            summary = "Sends money of a top-up back; for finance staff",
            description =
                    "Never more than is left of it, nor what the customer has spent. The amount is held at once; the"
                            + " provider sends it back the way it came (`done`, or `due` until it has), a transfer is sent by"
                            + " finance staff and confirmed with its bank reference. Above the operator's limit it waits"
                            + " `unapproved` for a second person. Safe to send twice with an `Idempotency-Key`.")
    ResponseEntity<RefundBody> refund(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") Optional<String> key,
            @RequestBody NewRefund body) {
        caller.requireOperator(WRITE);
        var checks = new Checks();
        var amount = checks.read("amount", "payments.amount", body.amount(), text -> Fields.amount(text, FEN, MOST));
        var reason = checks.read("reason", "malformed", body.reason(), text -> Fields.words(text, 1, LONGEST_REASON));
        var known = Fields.key(checks, key);
        checks.done();
        return answer(refunds.ask(
                new TopUpId(id), new RefundWish(amount.get(), reason.get(), known), TopUpsController.by(caller)));
    }

    static ResponseEntity<RefundBody> answer(RefundOutcome outcome) {
        return switch (outcome) {
            case RefundOutcome.Done(var refund) ->
                ResponseEntity.status(HttpStatus.CREATED).body(RefundBody.of(refund));
            case RefundOutcome.AsBefore(var refund) -> ResponseEntity.ok(RefundBody.of(refund));
            case RefundOutcome.UnknownTopUp _ -> throw new ProblemException(TopUpProblems.UNKNOWN);
            case RefundOutcome.Unknown _ -> throw new ProblemException(TopUpProblems.REFUND_UNKNOWN);
            case RefundOutcome.KeyUsed() -> throw new ProblemException(TopUpProblems.KEY_USED);
            case RefundOutcome.MoreThanKept(var left) -> throw new ProblemException(TopUpProblems.moreThanKept(left));
            case RefundOutcome.Spent(var unspent) -> throw new ProblemException(TopUpProblems.spent(unspent));
            case RefundOutcome.NotNow _ -> throw new ProblemException(TopUpProblems.NOT_NOW);
            case RefundOutcome.SamePerson _ -> throw new ProblemException(TopUpProblems.SAME_PERSON);
            case RefundOutcome.BankReferenceUsed(var by) ->
                throw new ProblemException(TopUpProblems.bankReferenceUsed(by));
        };
    }
}
