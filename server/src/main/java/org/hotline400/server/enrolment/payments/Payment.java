package org.hotline400.server.enrolment.payments;

import java.time.Instant;
import java.util.Optional;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;

/// The payment of an application.
///
/// @param reference the payer writes it into his transfer, so that it is known for what it is
/// @param received all that came
/// @param refunded all that went back
public record Payment(
        PaymentId id,
        TenantId tenant,
        ApplicationId application,
        String reference,
        Quote quote,
        Money received,
        Money refunded,
        Dates dates) {

    /// @param asked when it was asked for; empty as long as it is only quoted
    /// @param due until when it shall come
    /// @param settled when enough had come, the first time
    /// @param closed when the application ended without a number
    public record Dates(
            Instant created,
            Optional<Instant> asked,
            Optional<Instant> due,
            Optional<Instant> settled,
            Optional<Instant> closed) {
        static Dates quoted(Instant now) {
            return new Dates(now, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    public Money total() {
        return quote.total();
    }

    /// What is here of it: received less refunded.
    public Money kept() {
        return received.minus(refunded);
    }

    public PaymentState state() {
        return dates.closed().isPresent() ? closed() : open();
    }

    private PaymentState closed() {
        if (kept().compareTo(Money.ZERO) > 0) {
            return PaymentState.REFUND_OWED;
        }
        return received.equals(Money.ZERO) ? PaymentState.CANCELLED : PaymentState.REFUNDED;
    }

    private PaymentState open() {
        int more = kept().compareTo(total());
        if (more >= 0) {
            return more == 0 ? PaymentState.PAID : PaymentState.OVERPAID;
        }
        if (kept().compareTo(Money.ZERO) > 0) {
            return PaymentState.PARTLY_PAID;
        }
        return dates.asked().isPresent() ? PaymentState.OPEN : PaymentState.QUOTED;
    }

    /// What is still to come.
    public Money missing() {
        return dates.closed().isPresent() ? Money.ZERO : notNegative(total().minus(kept()));
    }

    /// What is owed back: all when nothing came of the application, otherwise what came too much.
    public Money owedBack() {
        return dates.closed().isPresent() ? kept() : notNegative(kept().minus(total()));
    }

    private static Money notNegative(Money amount) {
        return amount.compareTo(Money.ZERO) < 0 ? Money.ZERO : amount;
    }

    /// Whether all has come.
    public boolean isSettled() {
        return dates.closed().isEmpty() && missing().equals(Money.ZERO);
    }

    Payment asked(Instant now, Instant due) {
        return with(new Dates(dates.created(), Optional.of(now), Optional.of(due), dates.settled(), dates.closed()));
    }

    Payment settled(Instant now) {
        return with(new Dates(
                dates.created(),
                dates.asked(),
                dates.due(),
                dates.settled().or(() -> Optional.of(now)),
                dates.closed()));
    }

    Payment closed(Instant now) {
        return with(new Dates(dates.created(), dates.asked(), dates.due(), dates.settled(), Optional.of(now)));
    }

    private Payment with(Dates changed) {
        return new Payment(id, tenant, application, reference, quote, received, refunded, changed);
    }

    Payment with(Quote changed) {
        return new Payment(id, tenant, application, reference, changed, received, refunded, dates);
    }

    Payment with(PaymentEntry entry) {
        return switch (entry.kind()) {
            case RECEIVED ->
                new Payment(id, tenant, application, reference, quote, received.plus(entry.amount()), refunded, dates);
            case REFUNDED ->
                new Payment(id, tenant, application, reference, quote, received, refunded.plus(entry.amount()), dates);
        };
    }
}
