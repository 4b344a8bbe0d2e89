package org.hotline400.server.enrolment.internal;

import java.time.Instant;
import java.util.UUID;

/// Somebody who gets no number.
///
/// @param masked by which the operator's people recognise him: a credit code, or a masked number of a document
public record BlacklistEntry(
        UUID id,
        BlacklistOrder.Kind kind,
        String masked,
        String reason,
        String source,
        String author,
        Instant addedAt) {}
