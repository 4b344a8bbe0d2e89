package org.hotline400.server.billing.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.kernel.Money;

/// A movement of money that belongs to a top-up. Never changed.
///
/// @param amount more than 0
/// @param transaction what bank or provider calls it: one of a kind and way
/// @param on the day of the statement
/// @param note may be empty
/// @param key the `Idempotency-Key` of the request that told of it
/// @param principal who confirmed it; empty where the provider told it
/// @param by his name, or the provider's
public record TopUpEntry(
        UUID id,
        Kind kind,
        PayWay way,
        Money amount,
        String transaction,
        LocalDate on,
        String note,
        Optional<String> key,
        Optional<UUID> principal,
        String by,
        Instant at) {

    /// Which way the money went.
    public enum Kind {
        RECEIVED,
        REFUNDED;

        /// The text code: `received`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
