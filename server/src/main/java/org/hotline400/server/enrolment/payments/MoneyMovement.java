package org.hotline400.server.enrolment.payments;

import java.time.LocalDate;
import java.util.Optional;
import org.hotline400.server.kernel.Money;

/// What finance staff read on the bank's statement.
///
/// @param amount more than 0, in whole fen
/// @param on the day of the statement
/// @param note may be empty
/// @param key the `Idempotency-Key` of the request
public record MoneyMovement(
        Money amount, BankReference bankReference, LocalDate on, String note, Optional<String> key) {
    public MoneyMovement {
        if (amount.compareTo(Money.ZERO) <= 0) {
            throw new IllegalArgumentException("money that moved is more than 0; was " + amount);
        }
    }
}
