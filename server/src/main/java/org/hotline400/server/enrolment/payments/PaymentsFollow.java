package org.hotline400.server.enrolment.payments;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.ApplicationFact;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.enrolment.PaymentPolicy;
import org.hotline400.server.holidays.Holidays;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.WorkingDays;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Payments go where their applications go, in the same transaction.
@Component
class PaymentsFollow {
    /// Before those who tell the applicant what he has to pay.
    private static final int EARLY = -100;

    private static final ApplicationActor PLATFORM = ApplicationActor.platform("nothing is to be paid");

    private final PaymentRows rows;
    private final Quotes quotes;
    private final Applications applications;
    private final Holidays holidays;
    private final PaymentSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PaymentsFollow(
            PaymentRows rows,
            Quotes quotes,
            Applications applications,
            Holidays holidays,
            PaymentSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.quotes = quotes;
        this.applications = applications;
        this.holidays = holidays;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    @Order(EARLY)
    void follow(ApplicationFact fact) {
        switch (fact.event()) {
            case SUBMIT -> submitted(application(fact));
            case APPROVE -> approved(fact);
            case REJECT, WITHDRAW, LAPSE -> rows.of(fact.application()).ifPresent(this::close);
            case PAY, TAKE, RETURN, ASK_CORRECTION, PROVISION, GO_LIVE -> {}
        }
    }

    private Application application(ApplicationFact fact) {
        return applications
                .find(fact.application(), PLATFORM)
                .orElseThrow(() -> new IllegalStateException(fact.application() + " told something and is not there"));
    }

    private void submitted(Application application) {
        var chosen = Quotes.Chosen.of(application.form().choice());
        var before = rows.of(application.id());
        var payment = before.map(known -> requote(known, chosen)).orElseGet(() -> quote(application, chosen));
        var isAsked = before.filter(payment::equals)
                .flatMap(known -> known.dates().asked())
                .isPresent();
        if (application.policy() == PaymentPolicy.BEFORE_REVIEW && !isAsked) {
            ask(payment, application);
        }
    }

    private Payment quote(Application application, Quotes.Chosen chosen) {
        var payment = new Payment(
                PaymentId.next(),
                application.tenant(),
                application.id(),
                PaymentReference.next(),
                quotes.make(chosen, application.tenant()),
                Money.ZERO,
                Money.ZERO,
                Payment.Dates.quoted(clock.instant()));
        rows.add(payment);
        return payment;
    }

    /// A correction may have brought another number or package; otherwise the price stays as it was promised.
    private Payment requote(Payment known, Quotes.Chosen chosen) {
        if (known.quote().isFor(chosen.number(), chosen.tariff(), chosen.termMonths())) {
            return known;
        }
        quotes.giveBack(known.quote(), known.tenant());
        var changed = known.with(quotes.make(chosen, known.tenant()));
        rows.store(changed);
        return changed;
    }

    private void approved(ApplicationFact fact) {
        if (fact.to() == ApplicationState.APPROVED) {
            var application = application(fact);
            rows.of(fact.application()).ifPresent(payment -> ask(payment, application));
        }
    }

    /// Asks for what is missing.
    private void ask(Payment payment, Application application) {
        if (payment.isSettled()) {
            settle(payment);
            return;
        }
        var now = clock.instant();
        var asked = payment.asked(now, due(application, now));
        rows.store(asked);
        events.publishEvent(new PaymentAsked(
                asked.application(),
                asked.tenant(),
                asked.reference(),
                asked.missing(),
                asked.dates().due().orElseThrow()));
    }

    /// Until the number's deadline: later, it is gone.
    private Instant due(Application application, Instant now) {
        var usual = new WorkingDays(holidays.calendar()).deadline(now, settings.dueWorkingDays());
        return application.lapsesAt().filter(lapse -> lapse.isAfter(now)).orElse(usual);
    }

    private void settle(Payment payment) {
        if (payment.dates().settled().isEmpty()) {
            rows.store(payment.settled(clock.instant()));
            var _ = applications.paid(payment.application(), PLATFORM);
        }
    }

    private void close(Payment payment) {
        if (payment.dates().closed().isPresent()) {
            return;
        }
        quotes.giveBack(payment.quote(), payment.tenant());
        var closed = payment.closed(clock.instant());
        rows.store(closed);
        Optional.of(closed)
                .filter(one -> one.state() == PaymentState.REFUND_OWED)
                .ifPresent(one -> events.publishEvent(
                        new RefundOwed(one.application(), one.tenant(), one.reference(), one.owedBack())));
    }
}
