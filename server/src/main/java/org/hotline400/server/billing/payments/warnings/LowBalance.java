package org.hotline400.server.billing.payments.warnings;

import java.util.Optional;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;

/// What a customer has to know of his balance; one of both is there.
///
/// @param percent of the balance after the last payment that it has fallen to
/// @param week what calls of the last seven days have cost, where that is a reason
record LowBalance(TenantId tenant, Money balance, Optional<Integer> percent, Optional<Money> week) {
    private static final int DAYS = 7;

    /// A day's mean, to the fen.
    Optional<Money> aDay() {
        return week.map(cost -> new Money(cost.microYuan() / DAYS / 10_000 * 10_000));
    }

    /// Whole days that the balance lasts.
    Optional<Long> daysLeft() {
        return week.map(cost -> Math.max(0, balance.microYuan() * DAYS / cost.microYuan()));
    }
}
