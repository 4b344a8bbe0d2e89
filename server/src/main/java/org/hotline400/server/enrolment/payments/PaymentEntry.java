package org.hotline400.server.enrolment.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.kernel.Money;

/// A movement on the operator's bank account that belongs to a payment, as finance staff confirmed it. Never
/// changed.
///
/// @param amount more than 0
/// @param bankReference the bank's own, one for each movement
/// @param on the day of the bank's statement
/// @param note may be empty
/// @param key the `Idempotency-Key` of the request
/// @param by who confirmed it
public record PaymentEntry(
        UUID id,
        Kind kind,
        Money amount,
        BankReference bankReference,
        LocalDate on,
        String note,
        Optional<String> key,
        By by,
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

    /// Somebody of the operator's finance staff.
    public record By(UUID principal, String name) {}

    /// Whether it tells of the same movement.
    boolean isSame(MoneyMovement movement) {
        return amount.equals(movement.amount())
                && bankReference.equals(movement.bankReference())
                && on.equals(movement.on());
    }
}
