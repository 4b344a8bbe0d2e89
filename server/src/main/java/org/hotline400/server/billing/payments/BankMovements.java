package org.hotline400.server.billing.payments;

import java.util.Optional;
import org.hotline400.server.enrolment.payments.BankReference;
import org.hotline400.server.enrolment.payments.BookedElsewhere;
import org.hotline400.server.enrolment.payments.PaymentDesk;
import org.hotline400.server.enrolment.payments.PaymentEntry;
import org.springframework.stereotype.Component;

/// One movement on the operator's bank account counts once, whether for an application or for a top-up. Every
/// method runs in the caller's transaction.
@Component
class BankMovements implements BookedElsewhere {
    private final TopUpRows rows;
    private final TopUpEntryRows entries;
    private final PaymentDesk applications;

    BankMovements(TopUpRows rows, TopUpEntryRows entries, PaymentDesk applications) {
        this.rows = rows;
        this.entries = entries;
        this.applications = applications;
    }

    /// Keeps everybody else from booking it until the transaction ends.
    ///
    /// @return the reference of what it was booked on already
    Optional<String> claim(TopUpEntry.Kind kind, BankReference reference) {
        return applications.claim(kind(kind), reference).or(() -> find(kind(kind), reference));
    }

    /// Whether this movement's `Idempotency-Key` came with another one of the top-up before.
    ///
    /// @param topUp locked
    boolean isKeyUsed(TopUpId topUp, BankMovement movement) {
        return movement.key()
                .flatMap(key -> entries.withKey(topUp, movement.kind(), key))
                .isPresent();
    }

    private static PaymentEntry.Kind kind(TopUpEntry.Kind kind) {
        return switch (kind) {
            case RECEIVED -> PaymentEntry.Kind.RECEIVED;
            case REFUNDED -> PaymentEntry.Kind.REFUNDED;
        };
    }

    @Override
    public Optional<String> find(PaymentEntry.Kind kind, BankReference reference) {
        var ours = switch (kind) {
            case RECEIVED -> TopUpEntry.Kind.RECEIVED;
            case REFUNDED -> TopUpEntry.Kind.REFUNDED;
        };
        return entries.withTransaction(ours, PayWay.BANK_TRANSFER, reference.text())
                .map(known -> rows.find(known.topUp()).orElseThrow().reference());
    }
}
