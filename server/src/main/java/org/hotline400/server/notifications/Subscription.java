package org.hotline400.server.notifications;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.kernel.TenantId;

/// Somebody who is told of events.
///
/// @param failingSince since when every attempt failed; empty when the last one went well
/// @param disabledReason in plain words, when the platform switched it off; else empty
public record Subscription(
        UUID id,
        TenantId tenant,
        Order order,
        State state,
        Optional<Instant> failingSince,
        String disabledReason,
        Instant createdAt) {

    public enum State {
        ACTIVE,
        /// Switched off by its owner.
        PAUSED,
        /// Switched off by the platform: the receiver failed for days.
        DISABLED;

        /// The text code: `active`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /// What its owner says.
    ///
    /// @param numbers of these 400 numbers (digits); empty: of all
    /// @param enabled false: paused
    public record Order(Destination destination, Set<EventKind> kinds, Set<String> numbers, boolean enabled) {
        public Order {
            kinds = Set.copyOf(kinds);
            numbers = Set.copyOf(numbers);
            if (kinds.isEmpty()) {
                throw new MistakeException("a subscription is for one kind of event at least", "至少订阅一种事件。");
            }
        }
    }

    /// Whether it is to be told of this.
    ///
    /// @param number the 400 number it is about; empty for what concerns no number
    public boolean wants(EventKind kind, String number) {
        return state == State.ACTIVE
                && order.kinds().contains(kind)
                && (number.isEmpty()
                        || order.numbers().isEmpty()
                        || order.numbers().contains(number));
    }
}
