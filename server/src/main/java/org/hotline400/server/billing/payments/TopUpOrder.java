package org.hotline400.server.billing.payments;

import java.util.Optional;
import org.hotline400.server.kernel.Money;

/// A wish to pay money in.
///
/// @param amount within the settings' bounds, whole fen
/// @param key the `Idempotency-Key` of the request
public record TopUpOrder(PayWay way, Money amount, Optional<String> forBill, String key) {

    boolean isFor(TopUp topUp) {
        return way == topUp.way() && amount.equals(topUp.amount()) && forBill.equals(topUp.forBill());
    }
}
