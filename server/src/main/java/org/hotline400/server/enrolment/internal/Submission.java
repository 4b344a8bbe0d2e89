package org.hotline400.server.enrolment.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.ApplicationChange;
import org.hotline400.server.enrolment.ApplicationEvent;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.Intake;
import org.hotline400.server.enrolment.PaymentPolicy;
import org.hotline400.server.holidays.Holidays;
import org.hotline400.server.kernel.HotlineSettings;
import org.hotline400.server.kernel.WorkingDays;
import org.springframework.stereotype.Component;

/// Hands an application in. Every method runs in the caller's transaction, which acts for the operator.
@Component
public class Submission {
    private final ApplicationRegister register;
    private final SubmissionChecks checks;
    private final NumberPromise promise;
    private final Holidays holidays;
    private final HotlineSettings.Enrolment terms;

    public Submission(
            ApplicationRegister register,
            SubmissionChecks checks,
            NumberPromise promise,
            Holidays holidays,
            HotlineSettings settings) {
        this.register = register;
        this.checks = checks;
        this.promise = promise;
        this.holidays = holidays;
        this.terms = settings.enrolment();
    }

    /// @param version that the sender has seen
    public ApplicationChange submit(StoredApplication stored, long version, ApplicationActor actor) {
        var now = stored.application();
        return switch (now.state()) {
            case SUBMITTED, PAID, IN_REVIEW -> new ApplicationChange.AsBefore(now);
            case REJECTED, APPROVED, PROVISIONED, LIVE, WITHDRAWN, LAPSED ->
                new ApplicationChange.Impossible(now, ApplicationEvent.SUBMIT);
            case DRAFT, CORRECTION_ASKED ->
                now.version() == version ? check(stored, actor) : new ApplicationChange.Outdated(now);
        };
    }

    private ApplicationChange check(StoredApplication stored, ApplicationActor actor) {
        var now = stored.application();
        var violations = checks.all(stored);
        if (!violations.isEmpty()) {
            return new ApplicationChange.Incomplete(now, violations);
        }
        var number = SubmissionChecks.number(now.form()).orElseThrow();
        return switch (promise.reserve(number, now, actor)) {
            case NumberPromise.Answer.Gone(var code, var english, var chinese) ->
                new ApplicationChange.NumberGone(now, code, english, chinese);
            case NumberPromise.Answer.Reserved reserved -> handIn(stored, reserved, actor);
        };
    }

    private ApplicationChange handIn(
            StoredApplication stored, NumberPromise.Answer.Reserved reserved, ApplicationActor actor) {
        var now = stored.application();
        var change = register.change(
                stored.promising(Optional.of(reserved.number())),
                ApplicationEvent.SUBMIT,
                altered -> altered.policy(now.state() == ApplicationState.DRAFT ? policy() : now.policy())
                        .findings(List.of())
                        .approvals(List.of())
                        .submitted(register.now())
                        .due(due(now.intake()))
                        .lapses(Optional.of(reserved.until())),
                actor);
        // The one that a reviewer found wrong; its own application has let go of it by now.
        stored.promised()
                .filter(former -> !former.equals(reserved.number()))
                .ifPresent(former -> promise.release(former, now, actor));
        return change;
    }

    /// When an application that is begun now is to be paid.
    public PaymentPolicy policy() {
        return PaymentPolicy.valueOf(terms.payment().name());
    }

    /// Until when the operator promises an answer to what can be reviewed from now on.
    private Instant due(Intake intake) {
        var days = switch (intake.channel()) {
            case ONLINE -> terms.onlineDays();
            case PAPER -> terms.paperDays();
        };
        return new WorkingDays(holidays.calendar()).deadline(register.now(), days);
    }

    /// Money has arrived: where that comes before review, the promised time begins now.
    public ApplicationChange pay(StoredApplication stored, ApplicationActor actor) {
        var now = stored.application();
        return now.isPaid()
                ? new ApplicationChange.AsBefore(now)
                : register.change(stored, ApplicationEvent.PAY, altered -> paid(altered, now), actor);
    }

    private void paid(Altered altered, Application now) {
        altered.paid(register.now());
        if (now.policy() == PaymentPolicy.BEFORE_REVIEW) {
            altered.due(due(now.intake()));
        }
    }
}
