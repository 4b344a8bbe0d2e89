package org.hotline400.server.enrolment.payments.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.payments.MoneyBooked;
import org.hotline400.server.enrolment.payments.Payment;
import org.hotline400.server.enrolment.payments.PaymentDesk;
import org.hotline400.server.enrolment.payments.PaymentEntry;
import org.hotline400.server.enrolment.payments.PaymentFilter;
import org.hotline400.server.enrolment.payments.PaymentId;
import org.hotline400.server.enrolment.payments.PaymentState;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The desk of the operator's finance staff.
@RestController
@RequestMapping("/api/v1/payments")
@Tag(name = "payments")
class PaymentsController {
    private static final Scope READ = Scope.read("payments");
    private static final Scope WRITE = Scope.write("payments");
    private static final Problem UNKNOWN = Problem.notFound("payments.unknown", "There is no such payment.", "没有这笔付款。");
    private static final Problem KEY_USED = Problem.conflict(
            "payments.key-used",
            "This Idempotency-Key came with something else before; take a new one.",
            "此 Idempotency-Key 已用于另一笔登记，请换一个。");

    private final PaymentDesk desk;
    private final Transactions transactions;
    private final Clock clock;

    PaymentsController(PaymentDesk desk, Transactions transactions, Clock clock) {
        this.desk = desk;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "Lists payments of applications, the newest first; for the operator",
            description =
                    "By `state` (quoted, open, partly-paid, paid, overpaid, cancelled, refund-owed, refunded) or by"
                            + " the `reference` that a payer wrote into his transfer.")
    Page<PaymentBody> list(
            Caller caller,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String reference,
            @RequestParam Optional<UUID> cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.requireOperator(READ);
        var checks = new Checks();
        var wanted = checks.readIfPresent("state", "malformed", state, PaymentState::of);
        PageLimit.read(checks, limit);
        checks.done();
        var filter = new PaymentFilter(wanted, Optional.ofNullable(reference).map(String::strip));
        return caller.see(transactions, () -> desk.list(filter, cursor.map(PaymentId::new), limit))
                .map(PaymentBody::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Shows a payment with what has moved; for the operator")
    PaymentBody show(Caller caller, @PathVariable UUID id) {
        caller.requireOperator(READ);
        return caller.see(transactions, () -> desk.find(new PaymentId(id)).map(this::withEntries))
                .orElseThrow(() -> new ProblemException(UNKNOWN));
    }

    private PaymentBody withEntries(Payment payment) {
        return PaymentBody.of(payment, desk.entries(payment.id()));
    }

    @PostMapping("/{id}/confirmations")
    @Operation(
            summary = "Writes down money that has arrived; for finance staff",
            description =
                    "201 with the payment as it is then: `paid`, `partly-paid` with what is `missing`, or `overpaid`"
                            + " with what is `owedBack`. The same movement once more is 200 and changes nothing; another one with"
                            + " a bank reference that is known is refused.")
    ResponseEntity<PaymentBody> confirm(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") Optional<String> key,
            @RequestBody MovementOrder body) {
        caller.requireOperator(WRITE);
        var movement = body.read(key, today());
        return answer(caller, desk.confirm(new PaymentId(id), movement, by(caller)));
    }

    @PostMapping("/{id}/refunds")
    @Operation(
            summary = "Writes down money that went back; for finance staff",
            description =
                    "At most what is `owedBack`: all that came for an application that ended without a number, and"
                            + " what came too much. Safe to send twice, as a confirmation is.")
    ResponseEntity<PaymentBody> refund(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") Optional<String> key,
            @RequestBody MovementOrder body) {
        caller.requireOperator(WRITE);
        var movement = body.read(key, today());
        return answer(caller, desk.refund(new PaymentId(id), movement, by(caller)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
    }

    private static PaymentEntry.By by(Caller caller) {
        return new PaymentEntry.By(caller.principal(), caller.name());
    }

    private ResponseEntity<PaymentBody> answer(Caller caller, MoneyBooked booked) {
        return switch (booked) {
            case MoneyBooked.Done(var payment) -> body(caller, HttpStatus.CREATED, payment);
            case MoneyBooked.AsBefore(var payment) -> body(caller, HttpStatus.OK, payment);
            case MoneyBooked.Unknown _ -> throw new ProblemException(UNKNOWN);
            case MoneyBooked.KeyUsed() -> throw new ProblemException(KEY_USED);
            case MoneyBooked.BankReferenceUsed(var reference) -> throw new ProblemException(used(reference));
            case MoneyBooked.NotAsked _ -> throw new ProblemException(notAsked());
            case MoneyBooked.MoreThanOwed(var payment) -> throw new ProblemException(moreThanOwed(payment));
        };
    }

    private ResponseEntity<PaymentBody> body(Caller caller, HttpStatus status, Payment payment) {
        return ResponseEntity.status(status).body(caller.see(transactions, () -> withEntries(payment)));
    }

    private static Problem used(String reference) {
        return Problem.conflict(
                "payments.bank-reference-used",
                "This bank reference stands for another movement already, at the payment " + reference + ".",
                "该银行流水号已登记在付款 " + reference + " 名下的另一笔款项。");
    }

    private static Problem notAsked() {
        return Problem.conflict(
                "payments.not-asked",
                "This application is paid once it is approved: nothing was asked for yet.",
                "该申请审核通过后才付款，目前尚未通知付款。");
    }

    private static Problem moreThanOwed(Payment payment) {
        return Problem.conflict(
                "payments.more-than-owed",
                "Only " + payment.owedBack() + " yuan are owed back.",
                "应退金额只有 " + payment.owedBack() + " 元。");
    }
}
