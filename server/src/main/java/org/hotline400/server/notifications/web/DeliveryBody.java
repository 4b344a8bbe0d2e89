package org.hotline400.server.notifications.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hotline400.server.notifications.Delivery;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A delivery on the wire.
///
/// @param event what its `Idempotency-Key` is
/// @param state `pending`, `delivered` or `dead`
/// @param nextAt when it is tried next
/// @param replayOf the delivery it repeats
/// @param payload what is sent; callers' numbers are shown to their own enterprise only
record DeliveryBody(
        UUID id,
        UUID subscription,
        UUID event,
        String kind,
        String state,
        Instant createdAt,
        @Nullable Instant nextAt,
        @Nullable UUID replayOf,
        List<AttemptBody> attempts,
        JsonNode payload) {

    /// @param status of the HTTP answer
    /// @param error what was wrong; absent when it was taken
    /// @param response the beginning of what the receiver said
    record AttemptBody(
            int number,
            Instant at,
            long tookMs,
            @Nullable Integer status,
            @Nullable String error,
            String response) {
        static AttemptBody of(Delivery.Attempt attempt) {
            return new AttemptBody(
                    attempt.number(),
                    attempt.at(),
                    attempt.tookMillis(),
                    attempt.status(),
                    attempt.error().isEmpty() ? null : attempt.error(),
                    attempt.response());
        }
    }

    static DeliveryBody of(Delivery delivery, JsonNode payload) {
        return new DeliveryBody(
                delivery.id(),
                delivery.subscription(),
                delivery.event(),
                delivery.kind().code(),
                delivery.state().code(),
                delivery.createdAt(),
                delivery.nextAt().orElse(null),
                delivery.replayOf().orElse(null),
                delivery.attempts().stream().map(AttemptBody::of).toList(),
                payload);
    }
}
