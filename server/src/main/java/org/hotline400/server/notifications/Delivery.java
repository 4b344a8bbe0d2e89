package org.hotline400.server.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/// One event on its way to one subscription.
///
/// @param nextAt when it is tried next; empty when it is over
/// @param replayOf the delivery that this one repeats
/// @param payload of the event, JSON
public record Delivery(
        UUID id,
        TenantId tenant,
        UUID subscription,
        UUID event,
        EventKind kind,
        State state,
        Optional<Instant> nextAt,
        Optional<UUID> replayOf,
        Instant createdAt,
        String payload,
        List<Attempt> attempts) {

    public enum State {
        PENDING,
        DELIVERED,
        /// Given up after the last try; can be replayed.
        DEAD;

        /// The text code: `dead`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String code) {
            return switch (code) {
                case "pending" -> PENDING;
                case "delivered" -> DELIVERED;
                case "dead" -> DEAD;
                default ->
                    throw new MistakeException(
                            "a state is pending, delivered or dead", "状态为 pending、delivered 或 dead。");
            };
        }
    }

    /// @param number the first is 1
    /// @param status of the HTTP answer; null where there was none
    /// @param error empty when it was taken
    /// @param response the beginning of what the receiver said
    public record Attempt(
            int number,
            Instant at,
            long tookMillis,
            @Nullable Integer status,
            String error,
            String response) {}
}
