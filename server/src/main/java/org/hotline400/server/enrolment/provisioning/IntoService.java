package org.hotline400.server.enrolment.provisioning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hotline400.server.callplans.CallPlans;
import org.hotline400.server.callplans.ForwardTargets;
import org.hotline400.server.callplans.PlanBounds;
import org.hotline400.server.callplans.PlanDraft;
import org.hotline400.server.callplans.Publication;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.ApplicationChange;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.enrolment.payments.Payment;
import org.hotline400.server.enrolment.payments.PaymentDesk;
import org.hotline400.server.enrolment.payments.Quote;
import org.hotline400.server.enrolment.provisioning.Provisioning.Problem;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.tariffs.contracts.Contracts;
import org.springframework.stereotype.Component;

/// The steps that put an application's number into service. Each may be done again and then changes nothing, so
/// that an attempt that broke off anywhere is simply repeated.
@Component
class IntoService {
    private static final String PLATFORM = "platform";

    private final Transactions transactions;
    private final Applications applications;
    private final PaymentDesk payments;
    private final HotlineNumbers numbers;
    private final ForwardTargets targets;
    private final CallPlans plans;
    private final Contracts contracts;
    private final ProvisioningRows rows;
    private final Clock clock;
    private final FirstPlan firstPlan = new FirstPlan();

    IntoService(
            Transactions transactions,
            Applications applications,
            PaymentDesk payments,
            HotlineNumbers numbers,
            ForwardTargets targets,
            CallPlans plans,
            Contracts contracts,
            ProvisioningRows rows,
            Clock clock) {
        this.transactions = transactions;
        this.applications = applications;
        this.payments = payments;
        this.numbers = numbers;
        this.targets = targets;
        this.plans = plans;
        this.contracts = contracts;
        this.rows = rows;
        this.clock = clock;
    }

    /// One attempt.
    ///
    /// @return what keeps it from being done; empty when it is
    Optional<Problem> attempt(ApplicationId id) {
        var application = applications.find(id, actor()).orElseThrow();
        if (application.state() != ApplicationState.APPROVED) {
            return notApproved(application);
        }
        var payment = transactions.asOperator(() -> payments.of(id)).orElseThrow();
        return unpaid(payment)
                .or(() -> assign(application, payment))
                .or(() -> publish(application, payment.quote().setUp().number()))
                .or(() -> finish(application, payment));
    }

    private static ApplicationActor actor() {
        return ApplicationActor.platform("number and plan are in service");
    }

    private Optional<Problem> notApproved(Application application) {
        return switch (application.state()) {
            case PROVISIONED, LIVE, REJECTED, WITHDRAWN, LAPSED -> {
                transactions.asOperator(() -> rows.done(application.id(), clock.instant()));
                yield Optional.empty();
            }
            case DRAFT, SUBMITTED, PAID, IN_REVIEW, CORRECTION_ASKED, APPROVED ->
                Optional.of(new Problem(
                        "the application is " + application.state().code(),
                        "申请当前状态为 " + application.state().code()));
        };
    }

    private static Optional<Problem> unpaid(Payment payment) {
        return payment.isSettled()
                ? Optional.empty()
                : Optional.of(new Problem(
                        payment.missing() + " yuan are missing at the payment " + payment.reference(),
                        "付款 " + payment.reference() + " 还差 " + payment.missing() + " 元"));
    }

    private Optional<Problem> assign(Application application, Payment payment) {
        var number = payment.quote().setUp().number();
        var change = numbers.assign(
                number,
                application.tenant(),
                new Actor(PLATFORM, "the application " + application.id() + " was approved and paid"));
        return change.result().isPresent()
                ? Optional.empty()
                : Optional.of(new Problem(
                        number.display() + " cannot be put into service: " + change,
                        "号码 " + number.display() + " 无法开通：" + change));
    }

    /// A plan that is there already is its holder's.
    private Optional<Problem> publish(Application application, HotlineNumber number) {
        if (plans.latest(application.tenant(), number).isPresent()) {
            return Optional.empty();
        }
        var lines = application.form().choice().forwardTo();
        // Who approved has seen these lines: the operator answers for them.
        lines.forEach(line -> targets.vouch(application.tenant(), ForwardTargets.line(line), PLATFORM));
        var draft = new PlanDraft(
                application.tenant(),
                number,
                firstPlan.document(lines),
                PlanBounds.CUSTOMER,
                PLATFORM,
                "首个方案 · the first plan");
        return switch (plans.publish(draft)) {
            case Publication.Done _ -> Optional.empty();
            case Publication.Refused(var findings) -> Optional.of(refused(findings));
        };
    }

    private static Problem refused(List<org.hotline400.server.callplans.Finding> findings) {
        var faults =
                findings.stream().map(one -> one.path() + " " + one.message()).collect(Collectors.joining("; "));
        return new Problem("the first call plan has faults: " + faults, "首个呼叫方案有误：" + faults);
    }

    private Optional<Problem> finish(Application application, Payment payment) {
        return transactions.asOperator(() -> {
            var change = applications.provisioned(application.id(), actor());
            return switch (change) {
                case ApplicationChange.Done _, ApplicationChange.AsBefore _ -> {
                    contracts.sign(order(application, payment.quote()));
                    rows.done(application.id(), clock.instant());
                    yield Optional.<Problem>empty();
                }
                case ApplicationChange.Unknown _,
                        ApplicationChange.Outdated _,
                        ApplicationChange.Impossible _,
                        ApplicationChange.Incomplete _,
                        ApplicationChange.NumberGone _,
                        ApplicationChange.NeedsOtherEyes _ ->
                    Optional.of(new Problem("the application cannot go on: " + change, "申请无法继续：" + change));
            };
        });
    }

    /// It begins today.
    private Contracts.Order order(Application application, Quote quote) {
        var today = LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
        var rent = quote.rent();
        return new Contracts.Order(
                new ContractId(application.id().value()),
                application.tenant(),
                quote.setUp().number(),
                rent.tariff(),
                rent.version(),
                rent.termMonths(),
                today,
                today.plusMonths(rent.months()));
    }
}
