package org.hotline400.server.enrolment.review;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.provisioning.Provisioning;
import org.hotline400.server.kernel.TenantId;

/// An application in the reviewers' queue: enough to choose by, nothing personal.
///
/// @param channel `online`, `paper`
/// @param dueAt until when an answer was promised
/// @param approvals so many have found it good
/// @param problem why it could not be put into service
public record QueuedApplication(
        ApplicationId id,
        TenantId tenant,
        ApplicationState state,
        String channel,
        Wish wish,
        Optional<Instant> submittedAt,
        Optional<Instant> dueAt,
        Optional<UUID> reviewer,
        int approvals,
        Optional<Provisioning.Problem> problem) {

    /// What is wanted, and by whom, as it was filled in.
    ///
    /// @param numberClass `ordinary`, `special`, `premium`
    public record Wish(
            Optional<String> company,
            Optional<String> entity,
            Optional<String> trade,
            Optional<String> number,
            Optional<String> numberClass,
            Optional<String> tariff) {}

    /// Whether the promised time is over.
    public boolean isOverdue(Instant now) {
        return dueAt.filter(due -> !now.isBefore(due)).isPresent();
    }
}
