package org.hotline400.server.enrolment.payments;

import java.util.UUID;
import org.hotline400.server.kernel.Ids;

/// Names the payment of an application.
public record PaymentId(UUID value) {
    public static PaymentId next() {
        return new PaymentId(Ids.next());
    }

    /// @throws IllegalArgumentException when it is no UUID
    public static PaymentId of(String text) {
        return new PaymentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
