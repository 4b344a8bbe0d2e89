package org.hotline400.server.enrolment.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.Finding;
import org.hotline400.server.enrolment.PaymentPolicy;
import org.hotline400.server.enrolment.form.Form;

/// An application being changed into its next version.
final class Altered {
    private final Application before;
    private ApplicationState state;
    private PaymentPolicy policy;
    private Form form;
    private List<Finding> findings;
    private Optional<UUID> reviewer;
    private List<UUID> approvals;
    private Optional<Instant> submittedAt;
    private Optional<Instant> dueAt;
    private Optional<Instant> lapsesAt;
    private Optional<Instant> paidAt;

    Altered(Application before) {
        this.before = before;
        this.state = before.state();
        this.policy = before.policy();
        this.form = before.form();
        this.findings = before.findings();
        this.reviewer = before.reviewer();
        this.approvals = before.approvals();
        this.submittedAt = before.submittedAt();
        this.dueAt = before.dueAt();
        this.lapsesAt = before.lapsesAt();
        this.paidAt = before.paidAt();
    }

    Altered state(ApplicationState other) {
        state = other;
        return this;
    }

    Altered policy(PaymentPolicy other) {
        policy = other;
        return this;
    }

    Altered form(Form other) {
        form = other;
        return this;
    }

    Altered findings(List<Finding> others) {
        findings = others;
        return this;
    }

    Altered reviewer(Optional<UUID> other) {
        reviewer = other;
        return this;
    }

    Altered approvals(List<UUID> others) {
        approvals = others;
        return this;
    }

    /// The first time counts.
    Altered submitted(Instant at) {
        submittedAt = submittedAt.or(() -> Optional.of(at));
        return this;
    }

    Altered due(Instant at) {
        dueAt = Optional.of(at);
        return this;
    }

    Altered lapses(Optional<Instant> at) {
        lapsesAt = at;
        return this;
    }

    Altered paid(Instant at) {
        paidAt = Optional.of(at);
        return this;
    }

    /// The next version.
    Application done() {
        return new Application(
                before.id(),
                before.tenant(),
                before.version() + 1,
                state,
                before.intake(),
                policy,
                form,
                findings,
                reviewer,
                approvals,
                before.createdAt(),
                submittedAt,
                dueAt,
                lapsesAt,
                paidAt);
    }
}
