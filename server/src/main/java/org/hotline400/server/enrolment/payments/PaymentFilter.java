package org.hotline400.server.enrolment.payments;

import java.util.Optional;

/// Which payments to list.
///
/// @param reference of the payer's transfer
public record PaymentFilter(Optional<PaymentState> state, Optional<String> reference) {
    public static final PaymentFilter ALL = new PaymentFilter(Optional.empty(), Optional.empty());
}
