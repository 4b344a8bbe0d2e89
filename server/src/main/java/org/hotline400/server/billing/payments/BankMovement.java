package org.hotline400.server.billing.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hotline400.server.enrolment.payments.BankReference;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.Money;

/// What finance staff read on the bank's statement.
///
/// @param kind which way the money went
/// @param amount whole fen; for a refund it is the refund's, and not asked for here
/// @param on the day of the statement
/// @param note may be empty
/// @param key the `Idempotency-Key` of the request
public record BankMovement(
        TopUpEntry.Kind kind,
        Money amount,
        BankReference bankReference,
        LocalDate on,
        String note,
        Optional<String> key) {

    TopUpEntry entry(Money moved, TopUp.By by, Instant now) {
        return new TopUpEntry(
                Ids.next(),
                kind,
                PayWay.BANK_TRANSFER,
                moved,
                bankReference.text(),
                on,
                note,
                key,
                Optional.of(by.principal()),
                by.name(),
                now);
    }

    /// Whether it tells of the same movement.
    boolean isSame(TopUpEntry entry) {
        return amount.equals(entry.amount())
                && bankReference.text().equals(entry.transaction())
                && on.equals(entry.on());
    }
}
