package org.hotline400.server.billing.payments.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.billing.payments.MovementBooked;
import org.hotline400.server.billing.payments.OddPayment;
import org.hotline400.server.billing.payments.OddPayments;
import org.hotline400.server.billing.payments.TopUpDesk;
import org.hotline400.server.billing.payments.TopUpId;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What providers told and what fits no order, for finance staff.
@RestController
@RequestMapping("/api/v1/odd-payments")
@Tag(name = "payments")
class OddPaymentsController {
    private static final Scope READ = Scope.read("payments");
    private static final Scope WRITE = Scope.write("payments");

    private final OddPayments payments;
    private final TopUpDesk desk;
    private final Transactions transactions;

    OddPaymentsController(OddPayments payments, TopUpDesk desk, Transactions transactions) {
        this.payments = payments;
        this.desk = desk;
        this.transactions = transactions;
    }

    /// @param kind `unknown-order`, `other-way`, `wrong-amount`, `used-transaction`, `short-refund`
    /// @param order as the provider said
    /// @param transaction the provider's number of it
    record OddBody(
            UUID id,
            String tenant,
            String way,
            String kind,
            String order,
            String transaction,
            String amount,
            Instant toldAt) {
        static OddBody of(OddPayment odd) {
            return new OddBody(
                    odd.id(),
                    odd.tenant().toString(),
                    odd.way().code(),
                    odd.kind().code(),
                    odd.order(),
                    odd.transaction(),
                    odd.amount().toString(),
                    odd.told());
        }
    }

    /// @param topUp on which it is to be booked
    /// @param note for colleagues
    record OddAcceptance(@Nullable String topUp, @Nullable String note) {}

    /// @param note what was done about it
    record OddDismissal(@Nullable String note) {}

    @GetMapping
    @Operation(
            summary =
                    "Lists payments that fit no order and that nobody has settled, the oldest first; for the operator")
    Page<OddBody> list(
            Caller caller,
            @RequestParam Optional<UUID> cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.requireOperator(READ);
        var checks = new Checks();
        PageLimit.read(checks, limit);
        checks.done();
        return caller.see(transactions, () -> payments.open(cursor, limit)).map(OddBody::of);
    }

    @PostMapping("/{id}/acceptance")
    @Operation(summary = "Books such a payment on a top-up after all, with the amount that came; for finance staff")
    TopUpBody accept(Caller caller, @PathVariable UUID id, @RequestBody OddAcceptance body) {
        caller.requireOperator(WRITE);
        var checks = new Checks();
        var topUp = checks.read("topUp", "malformed", body.topUp(), UUID::fromString);
        var note = checks.readIfPresent("note", "too-long", body.note(), Fields::note);
        checks.done();
        return switch (desk.accept(id, new TopUpId(topUp.get()), note.orElse(""), TopUpsController.by(caller))) {
            case MovementBooked.Done(var booked) -> TopUpBody.of(booked);
            case MovementBooked.AsBefore _,
                    MovementBooked.Unknown _,
                    MovementBooked.Used _,
                    MovementBooked.KeyUsed _,
                    MovementBooked.NotByTransfer _ -> throw new ProblemException(TopUpProblems.ODD_UNKNOWN);
        };
    }

    @PostMapping("/{id}/dismissal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes such a payment from the list: it was mended elsewhere; for finance staff")
    void dismiss(Caller caller, @PathVariable UUID id, @RequestBody OddDismissal body) {
        caller.requireOperator(WRITE);
        var checks = new Checks();
        var note = checks.read("note", "malformed", body.note(), Fields::note);
        checks.done();
        if (!desk.dismiss(id, note.get(), TopUpsController.by(caller))) {
            throw new ProblemException(TopUpProblems.ODD_UNKNOWN);
        }
    }
}
