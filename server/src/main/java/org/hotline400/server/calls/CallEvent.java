package org.hotline400.server.calls;

import java.time.Instant;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.TenantId;

/// A call's story as it happens.
public sealed interface CallEvent {
    CallId id();

    Instant at();

    record Started(CallId id, Instant at, TenantId tenant, String number, CallerNumber caller) implements CallEvent {}

    /// The platform answered the caller.
    record Answered(CallId id, Instant at) implements CallEvent {}

    /// Prompts are about to be played.
    record Announcing(CallId id, Instant at, Announcement announcement) implements CallEvent {}

    record StepWasTaken(CallId id, Instant at, StepTaken step) implements CallEvent {}

    record Dialling(CallId id, Instant at, String target) implements CallEvent {}

    record AttemptEnded(CallId id, Instant at, Attempt attempt) implements CallEvent {}

    /// Caller and target are connected.
    record Talking(CallId id, Instant at, String target) implements CallEvent {}

    /// The caller leaves a message.
    record LeavingMessage(CallId id, Instant at) implements CallEvent {}

    record Ended(CallId id, Instant at, CallRecord call) implements CallEvent {}
}
