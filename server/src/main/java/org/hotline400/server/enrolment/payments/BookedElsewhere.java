package org.hotline400.server.enrolment.payments;

import java.util.Optional;

/// Port: others who book movements of the same bank account. Asked in the transaction that books.
public interface BookedElsewhere {

    /// @return the reference of what the movement was booked on
    Optional<String> find(PaymentEntry.Kind kind, BankReference reference);
}
