package org.hotline400.server.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.kernel.TenantId;

/// An enterprise's application for one number, as it stands.
///
/// @param tenant for whom it is
/// @param version counts its changes; a change names the version it was made from, so that a second tab does not
///     undo what the first one wrote
/// @param intake by which way it came in
/// @param policy when it is paid; settled when it is submitted, and before that as it would be now
/// @param form as far as it is filled in
/// @param findings what a reviewer wants corrected, or why it was rejected
/// @param reviewer who has it, or had it last
/// @param approvals who found it good so far; a premium number takes two
/// @param submittedAt when it was handed in first
/// @param dueAt until when the operator has promised an answer
/// @param lapsesAt when it lapses unless the applicant acts: the number's deadline for papers
/// @param paidAt when its money arrived
public record Application(
        ApplicationId id,
        TenantId tenant,
        long version,
        ApplicationState state,
        Intake intake,
        PaymentPolicy policy,
        Form form,
        List<Finding> findings,
        Optional<UUID> reviewer,
        List<UUID> approvals,
        Instant createdAt,
        Optional<Instant> submittedAt,
        Optional<Instant> dueAt,
        Optional<Instant> lapsesAt,
        Optional<Instant> paidAt) {
    public Application {
        findings = List.copyOf(findings);
        approvals = List.copyOf(approvals);
    }

    public boolean isPaid() {
        return paidAt.isPresent();
    }
}
