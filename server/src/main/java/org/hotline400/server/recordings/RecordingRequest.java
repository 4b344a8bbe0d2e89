package org.hotline400.server.recordings;

import java.time.Duration;
import java.time.Instant;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// What is to be recorded.
///
/// @param retention how long it is kept, from `startedAt`; whole seconds
public record RecordingRequest(
        CallId call, TenantId tenant, HotlineNumber number, RecordingKind kind, Duration retention, Instant startedAt) {
    /// What numbers get whose owner said nothing else.
    public static final Duration DEFAULT_RETENTION = Duration.ofDays(180);

    public RecordingRequest {
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException("a recording's retention is a positive time; was " + retention);
        }
    }
}
