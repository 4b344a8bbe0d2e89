package org.hotline400.server.enrolment.retention;

import java.time.Instant;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.kernel.TenantId;

/// What must be kept, whatever the time.
///
/// @param reason such as the authority and the file number, 1 to 500 characters
public record LegalHold(ApplicationId application, TenantId tenant, String reason, String setBy, Instant setAt) {}
