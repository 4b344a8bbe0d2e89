package org.hotline400.server.recordings;

import java.time.Duration;
import java.time.Instant;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// A finished recording, as the catalogue knows it.
///
/// @param bytes of the sealed file
/// @param sha256 of the sealed file, lower-case hexadecimal
/// @param deleteAfter when retention ends
/// @param legalHold kept beyond that, until released
public record RecordingSummary(
        RecordingId id,
        TenantId tenant,
        CallId call,
        HotlineNumber number,
        RecordingKind kind,
        RecordingState state,
        Instant startedAt,
        Duration length,
        long bytes,
        String sha256,
        Instant deleteAfter,
        boolean legalHold) {}
