package org.hotline400.server.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hotline400.server.kernel.TenantId;

/// What happened to an application once, as it is kept for good.
///
/// @param id a UUIDv7
/// @param to equal to `from` where the event alone counts: the first of two approvals, a payment after review
/// @param principal who did it; all zeros for the platform
/// @param actor his name then
/// @param reason in his own words; may be empty
/// @param findings that were told with it
public record ApplicationTransition(
        UUID id,
        ApplicationId application,
        TenantId tenant,
        ApplicationState from,
        ApplicationEvent event,
        ApplicationState to,
        Instant at,
        UUID principal,
        String actor,
        String reason,
        List<Finding> findings) {
    public ApplicationTransition {
        findings = List.copyOf(findings);
    }
}
