package org.hotline400.server.enrolment.provisioning;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.ApplicationFact;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.payments.PaymentDesk;
import org.hotline400.server.enrolment.provisioning.Provisioning.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;

/// Provisions what was approved and paid: at once, and again later where it failed.
@Service
public class Provisionings {
    private static final Logger LOG = LoggerFactory.getLogger(Provisionings.class);
    /// An attempt takes a second or two; who died in the middle is followed after this.
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final int AT_ONCE = 20;

    private final Transactions transactions;
    private final ProvisioningRows rows;
    private final Predicate<ApplicationId> isPaid;
    private final Function<ApplicationId, Optional<Problem>> steps;
    private final Clock clock;

    @Autowired
    Provisionings(
            Transactions transactions,
            ProvisioningRows rows,
            PaymentDesk payments,
            IntoService intoService,
            Clock clock) {
        this(transactions, rows, id -> wasPaid(payments, id), intoService::attempt, clock);
    }

    /// @param isPaid whether the application's money has arrived; asked in the caller's transaction
    /// @param steps one attempt; what it tells is what keeps it from being done
    Provisionings(
            Transactions transactions,
            ProvisioningRows rows,
            Predicate<ApplicationId> isPaid,
            Function<ApplicationId, Optional<Problem>> steps,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.isPaid = isPaid;
        this.steps = steps;
        this.clock = clock;
    }

    private static boolean wasPaid(PaymentDesk payments, ApplicationId application) {
        return payments.of(application)
                .flatMap(payment -> payment.dates().settled())
                .isPresent();
    }

    /// In the transaction of what has happened: from its commit on, it will be done.
    @EventListener
    void note(ApplicationFact fact) {
        if (isReady(fact) && isPaid.test(fact.application())) {
            rows.note(fact.application(), fact.tenant(), clock.instant());
        }
    }

    /// Whether it is approved now, and perhaps paid.
    private static boolean isReady(ApplicationFact fact) {
        return switch (fact.event()) {
            case APPROVE, PAY -> fact.to() == ApplicationState.APPROVED;
            case SUBMIT, TAKE, RETURN, ASK_CORRECTION, REJECT, PROVISION, GO_LIVE, WITHDRAW, LAPSE -> false;
        };
    }

    /// At once after the commit, on a thread of its own; registered, so that it is delivered again after a
    /// crash. Each step has its own transaction, not the listener's: a published plan must not be taken back.
    @Async
    @TransactionalEventListener
    void provision(ApplicationFact fact) {
        if (isReady(fact)) {
            run(fact.application());
        }
    }

    /// Tries those that are due.
    ///
    /// @return how many there were
    int runDue() {
        var due = transactions.asOperator(() -> rows.due(clock.instant(), AT_ONCE));
        due.forEach(this::run);
        return due.size();
    }

    private void run(ApplicationId application) {
        transactions
                .asOperator(() -> rows.begin(application, clock.instant(), LEASE))
                .ifPresent(attempt -> attempt(application, attempt));
    }

    private void attempt(ApplicationId application, int attempt) {
        problem(application).ifPresent(problem -> {
            var next = RetryPauses.after(attempt).map(clock.instant()::plus);
            transactions.asOperator(() -> rows.failed(application, problem, next));
            LOG.warn("{} is not in service: {} ({})", application, problem.english(), next);
        });
    }

    private Optional<Problem> problem(ApplicationId application) {
        try {
            return steps.apply(application);
        } catch (RuntimeException e) {
            LOG.warn("{} could not be put into service", application, e);
            return Optional.of(new Problem(
                    "it failed on our side: " + e.getClass().getSimpleName(),
                    "平台内部错误：" + e.getClass().getSimpleName()));
        }
    }

    /// How far it has come; runs in the caller's transaction.
    public Optional<Provisioning> find(ApplicationId application) {
        return rows.find(application);
    }

    /// Tries one again that failed; its attempts are counted anew.
    ///
    /// @return false when there is none that could be
    public boolean retry(ApplicationId application) {
        boolean renewed = transactions.asOperator(() -> rows.renew(application, clock.instant()));
        if (renewed) {
            run(application);
        }
        return renewed;
    }
}
