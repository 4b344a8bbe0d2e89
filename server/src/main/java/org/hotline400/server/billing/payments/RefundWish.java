package org.hotline400.server.billing.payments;

import org.hotline400.server.kernel.Money;

/// A wish to send money back.
///
/// @param amount more than 0, whole fen
/// @param reason 1 to 200 characters
/// @param key the `Idempotency-Key` of the request
public record RefundWish(Money amount, String reason, String key) {

    boolean isFor(Refund refund) {
        return amount.equals(refund.amount()) && reason.equals(refund.reason());
    }
}
