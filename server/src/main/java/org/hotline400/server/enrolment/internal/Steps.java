package org.hotline400.server.enrolment.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.ApplicationChange;
import org.hotline400.server.enrolment.ApplicationEvent;
import org.hotline400.server.enrolment.ApplicationLifeCycle;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.Finding;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.grading.NumberClass;
import org.springframework.stereotype.Component;

/// What reviewers and the platform do to an application. Every method runs in the caller's transaction, which
/// acts for the operator.
@Component
public class Steps {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final int PREMIUM_APPROVALS = 2;

    private final ApplicationRegister register;
    private final NumberPromise promise;
    private final NumberClasses classes;

    public Steps(ApplicationRegister register, NumberPromise promise, NumberClasses classes) {
        this.register = register;
        this.promise = promise;
        this.classes = classes;
    }

    public ApplicationChange take(StoredApplication stored, ApplicationActor reviewer) {
        var now = stored.application();
        var me = Optional.of(reviewer.principal());
        return now.state() == ApplicationState.IN_REVIEW && now.reviewer().equals(me)
                ? new ApplicationChange.AsBefore(now)
                : register.change(stored, ApplicationEvent.TAKE, altered -> altered.reviewer(me), reviewer);
    }

    public ApplicationChange giveBack(StoredApplication stored, ApplicationActor reviewer) {
        var now = stored.application();
        return ApplicationLifeCycle.isWaitingForReview(now.state(), now.policy())
                ? new ApplicationChange.AsBefore(now)
                : register.change(stored, ApplicationEvent.RETURN, _ -> {}, reviewer);
    }

    public ApplicationChange askCorrection(
            StoredApplication stored, List<Finding> findings, ApplicationActor reviewer) {
        var now = stored.application();
        if (now.state() == ApplicationState.CORRECTION_ASKED && now.findings().equals(findings)) {
            return new ApplicationChange.AsBefore(now);
        }
        return notHis(now, reviewer)
                .orElseGet(() -> register.change(
                        stored.correctionAsked(register.now()),
                        ApplicationEvent.ASK_CORRECTION,
                        // What was approved is not what will come back.
                        altered -> altered.findings(findings).approvals(List.of()),
                        reviewer));
    }

    public ApplicationChange reject(StoredApplication stored, List<Finding> findings, ApplicationActor reviewer) {
        var now = stored.application();
        if (now.state() == ApplicationState.REJECTED) {
            return new ApplicationChange.AsBefore(now);
        }
        return notHis(now, reviewer).orElseGet(() -> end(stored, ApplicationEvent.REJECT, findings, reviewer));
    }

    /// A premium number takes a second person's approval; until then it stays in review.
    public ApplicationChange approve(StoredApplication stored, ApplicationActor reviewer) {
        var now = stored.application();
        var me = reviewer.principal();
        if (isApproved(now.state()) && now.approvals().contains(me)) {
            return new ApplicationChange.AsBefore(now);
        }
        if (now.state() != ApplicationState.IN_REVIEW) {
            return new ApplicationChange.Impossible(now, ApplicationEvent.APPROVE);
        }
        if (now.approvals().contains(me) || isInterested(stored, reviewer)) {
            return new ApplicationChange.NeedsOtherEyes(now);
        }
        return notHis(now, reviewer).orElseGet(() -> approveBy(stored, reviewer));
    }

    private static boolean isApproved(ApplicationState state) {
        return switch (state) {
            case APPROVED, PROVISIONED, LIVE -> true;
            case DRAFT, SUBMITTED, PAID, IN_REVIEW, CORRECTION_ASKED, REJECTED, WITHDRAWN, LAPSED -> false;
        };
    }

    /// Approval is the operator's people's, but for who keyed it in and for what is the operator's own.
    private static boolean isInterested(StoredApplication stored, ApplicationActor reviewer) {
        var one = stored.application();
        var me = reviewer.principal();
        return reviewer.tenant().isPresent()
                || me.equals(NOBODY)
                || one.tenant().equals(TenantId.OPERATOR)
                || stored.authors().contains(me)
                || one.intake().handler().filter(me::equals).isPresent();
    }

    private ApplicationChange approveBy(StoredApplication stored, ApplicationActor reviewer) {
        var now = stored.application();
        var approvals = Stream.concat(now.approvals().stream(), Stream.of(reviewer.principal()))
                .toList();
        var needed = stored.promised()
                        .map(classes::of)
                        .filter(NumberClass.PREMIUM::equals)
                        .isPresent()
                ? PREMIUM_APPROVALS
                : 1;
        if (approvals.size() >= needed) {
            return register.change(stored, ApplicationEvent.APPROVE, altered -> altered.approvals(approvals), reviewer);
        }
        var first = new Altered(now).approvals(approvals).done();
        register.keep(stored, stored.with(first), ApplicationEvent.APPROVE, reviewer);
        return new ApplicationChange.Done(first);
    }

    /// Another reviewer has it. One that waits for its second approval is everybody's.
    private static Optional<ApplicationChange> notHis(Application now, ApplicationActor reviewer) {
        return now.state() == ApplicationState.IN_REVIEW
                        && now.approvals().isEmpty()
                        && now.reviewer().filter(reviewer.principal()::equals).isEmpty()
                ? Optional.of(new ApplicationChange.NeedsOtherEyes(now))
                : Optional.empty();
    }

    public ApplicationChange provisioned(StoredApplication stored, ApplicationActor actor) {
        return once(
                stored, ApplicationEvent.PROVISION, Set.of(ApplicationState.PROVISIONED, ApplicationState.LIVE), actor);
    }

    public ApplicationChange live(StoredApplication stored, ApplicationActor actor) {
        return once(stored, ApplicationEvent.GO_LIVE, Set.of(ApplicationState.LIVE), actor);
    }

    private ApplicationChange once(
            StoredApplication stored, ApplicationEvent event, Set<ApplicationState> after, ApplicationActor actor) {
        var now = stored.application();
        return after.contains(now.state())
                ? new ApplicationChange.AsBefore(now)
                : register.change(stored, event, _ -> {}, actor);
    }

    public ApplicationChange withdraw(StoredApplication stored, ApplicationActor actor) {
        return stored.application().state() == ApplicationState.WITHDRAWN
                ? new ApplicationChange.AsBefore(stored.application())
                : end(stored, ApplicationEvent.WITHDRAW, stored.application().findings(), actor);
    }

    public ApplicationChange lapse(StoredApplication stored, ApplicationActor actor) {
        return stored.application().state() == ApplicationState.LAPSED
                ? new ApplicationChange.AsBefore(stored.application())
                : end(stored, ApplicationEvent.LAPSE, stored.application().findings(), actor);
    }

    /// Its number has been released by its deadline, or by its tenant: it lapses, unless the number is its own
    /// still.
    public ApplicationChange lapseWithout(StoredApplication stored, ApplicationActor actor) {
        var now = stored.application();
        return stored.promised().filter(number -> promise.holds(number, now)).isPresent()
                ? new ApplicationChange.AsBefore(now)
                : lapse(stored, actor);
    }

    /// Ends it without a number.
    private ApplicationChange end(
            StoredApplication stored, ApplicationEvent event, List<Finding> findings, ApplicationActor actor) {
        var now = stored.application();
        if (register.next(now, event).isEmpty()) {
            return new ApplicationChange.Impossible(now, event);
        }
        var change = register.change(
                stored.promising(Optional.empty()),
                event,
                altered -> altered.findings(findings).lapses(Optional.empty()),
                actor);
        stored.promised().ifPresent(number -> promise.release(number, now, actor));
        return change;
    }
}
