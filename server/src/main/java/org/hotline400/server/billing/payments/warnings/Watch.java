package org.hotline400.server.billing.payments.warnings;

import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;

/// What a customer was told of since money came the last time.
///
/// @param highWater the balance after that
/// @param percent the lowest part of it that was told; 100 when none was
/// @param burn whether it was told that the money lasts for days only
record Watch(TenantId tenant, Money highWater, int percent, boolean burn) {

    /// The lowest threshold that the balance has fallen to, unless that was told.
    Optional<Integer> crossed(List<Integer> thresholds, Money balance) {
        return thresholds.stream()
                .filter(threshold -> threshold < percent && isAtOrBelow(threshold, balance))
                .min(Integer::compare);
    }

    private boolean isAtOrBelow(int threshold, Money balance) {
        return highWater.compareTo(Money.ZERO) > 0 && balance.times(100).compareTo(highWater.times(threshold)) <= 0;
    }

    /// Whether the balance lasts for fewer days than that, which was not told.
    ///
    /// @param week what calls of the last seven days have cost
    boolean isBurningDown(int days, Money balance, Money week) {
        return !burn
                && days > 0
                && week.compareTo(Money.ZERO) > 0
                && balance.times(7).compareTo(week.times(days)) < 0;
    }
}
