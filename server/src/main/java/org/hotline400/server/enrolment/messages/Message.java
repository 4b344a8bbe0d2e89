package org.hotline400.server.enrolment.messages;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.kernel.TenantId;

/// Something that an enterprise was told.
///
/// @param id a UUIDv7
/// @param application what it is about; empty where it is about a number without one
/// @param readAt when somebody marked it as read
public record Message(
        UUID id,
        TenantId tenant,
        Optional<ApplicationId> application,
        MessageKind kind,
        Words chinese,
        Words english,
        Instant at,
        Optional<Instant> readAt) {

    /// In one language.
    public record Words(String subject, String text) {}
}
