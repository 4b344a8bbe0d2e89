package org.hotline400.server.enrolment.payments;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.ApplicationChange;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.Page;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// Where finance staff write down what came and what went back.
@Service
public class PaymentDesk {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentDesk.class);

    private final Transactions transactions;
    private final PaymentRows rows;
    private final Applications applications;
    private final ObjectProvider<BookedElsewhere> elsewhere;
    private final Clock clock;

    PaymentDesk(
            Transactions transactions,
            PaymentRows rows,
            Applications applications,
            ObjectProvider<BookedElsewhere> elsewhere,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.applications = applications;
        this.elsewhere = elsewhere;
        this.clock = clock;
    }

    /// Runs in the caller's transaction and sees what that may see.
    public Optional<Payment> find(PaymentId id) {
        return rows.find(id);
    }

    /// The payment of an application; runs in the caller's transaction and sees what that may see.
    public Optional<Payment> of(ApplicationId application) {
        return rows.of(application);
    }

    /// The first thing first; runs in the caller's transaction and sees what that may see.
    public List<PaymentEntry> entries(PaymentId payment) {
        return rows.entries(payment);
    }

    /// The newest first; runs in the caller's transaction and sees what that may see.
    ///
    /// @param before start behind this one
    public Page<Payment> list(PaymentFilter filter, Optional<PaymentId> before, int limit) {
        return Page.of(
                rows.list(filter, before, limit + 1), limit, one -> one.id().toString());
    }

    /// Writes down money that came. When it is enough, the application goes on in the same transaction. What
    /// comes for an application that is over is written down too, and owed back.
    public MoneyBooked confirm(PaymentId id, MoneyMovement movement, PaymentEntry.By by) {
        return book(id, PaymentEntry.Kind.RECEIVED, movement, by);
    }

    /// Writes down money that went back.
    public MoneyBooked refund(PaymentId id, MoneyMovement movement, PaymentEntry.By by) {
        return book(id, PaymentEntry.Kind.REFUNDED, movement, by);
    }

    private MoneyBooked book(PaymentId id, PaymentEntry.Kind kind, MoneyMovement movement, PaymentEntry.By by) {
        return transactions.asOperator(() -> {
            rows.find(id).ifPresent(found -> rows.lock(found.application()));
            rows.oneAtATime(movement.bankReference());
            return rows.lock(id)
                    .map(payment -> known(payment, kind, movement)
                            .or(() -> refusal(payment, kind, movement))
                            .orElseGet(() -> write(payment, kind, movement, by)))
                    .orElseGet(() -> new MoneyBooked.Unknown(id));
        });
    }

    /// What is to say of a movement, or a request, that came before.
    private Optional<MoneyBooked> known(Payment payment, PaymentEntry.Kind kind, MoneyMovement movement) {
        var sameKey = movement.key().flatMap(key -> rows.withKey(payment.id(), kind, key));
        if (sameKey.isPresent()) {
            return Optional.of(
                    sameKey.get().isSame(movement) ? new MoneyBooked.AsBefore(payment) : new MoneyBooked.KeyUsed());
        }
        return rows.withBankReference(kind, movement.bankReference())
                .<MoneyBooked>map(before -> before.payment().equals(payment.id())
                                && before.entry().isSame(movement)
                        ? new MoneyBooked.AsBefore(payment)
                        : new MoneyBooked.BankReferenceUsed(
                                rows.find(before.payment()).orElseThrow().reference()))
                .or(() -> bookedElsewhere(kind, movement));
    }

    private Optional<MoneyBooked> bookedElsewhere(PaymentEntry.Kind kind, MoneyMovement movement) {
        return elsewhere.stream()
                .flatMap(one -> one.find(kind, movement.bankReference()).stream())
                .<MoneyBooked>map(MoneyBooked.BankReferenceUsed::new)
                .findFirst();
    }

    /// For those who book movements beside: keeps others from booking this one until the end of the caller's
    /// transaction.
    ///
    /// @return the reference of the payment that has it already
    public Optional<String> claim(PaymentEntry.Kind kind, BankReference reference) {
        rows.oneAtATime(reference);
        return rows.withBankReference(kind, reference)
                .map(before -> rows.find(before.payment()).orElseThrow().reference());
    }

    private static Optional<MoneyBooked> refusal(Payment payment, PaymentEntry.Kind kind, MoneyMovement movement) {
        return switch (kind) {
            case RECEIVED ->
                payment.state() == PaymentState.QUOTED
                        ? Optional.of(new MoneyBooked.NotAsked(payment))
                        : Optional.empty();
            case REFUNDED ->
                movement.amount().compareTo(payment.owedBack()) > 0
                        ? Optional.of(new MoneyBooked.MoreThanOwed(payment))
                        : Optional.empty();
        };
    }

    private MoneyBooked write(Payment before, PaymentEntry.Kind kind, MoneyMovement movement, PaymentEntry.By by) {
        var entry = new PaymentEntry(
                Ids.next(),
                kind,
                movement.amount(),
                movement.bankReference(),
                movement.on(),
                movement.note(),
                movement.key(),
                by,
                clock.instant());
        rows.add(before, entry);
        var moved = before.with(entry);
        var after = moved.isSettled() ? moved.settled(clock.instant()) : moved;
        rows.store(after);
        if (after.isSettled() && before.dates().settled().isEmpty()) {
            goOn(after, by);
        }
        return new MoneyBooked.Done(after);
    }

    private void goOn(Payment payment, PaymentEntry.By by) {
        var actor = new ApplicationActor(
                Optional.empty(), by.principal(), by.name(), "the payment " + payment.reference() + " has arrived");
        var change = applications.paid(payment.application(), actor);
        if (!(change instanceof ApplicationChange.Done)) {
            // The money is there all the same: it stays written down.
            LOG.warn("{} was paid and does not go on: {}", payment.application(), change.getClass());
        }
    }
}
