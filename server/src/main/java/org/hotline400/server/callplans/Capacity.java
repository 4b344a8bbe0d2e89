package org.hotline400.server.callplans;

import org.hotline400.server.kernel.Money;
import org.jspecify.annotations.Nullable;

/// How much a number takes: what is beyond is turned away before the plan.
///
/// @param calls at the same time; 0: no bound
/// @param callsPerSecond that begin; 0: no bound
/// @param callsPerMonth admitted in a calendar month in Chinese time; 0: no bound
/// @param costPerMonth what the calls of a calendar month in Chinese time may come to; null: no bound
public record Capacity(
        int calls,
        int callsPerSecond,
        int callsPerMonth,
        @Nullable Money costPerMonth) {
    private static final int MOST = 1_000_000_000;

    static Capacity read(Fields settings) {
        return new Capacity(
                settings.number("maxCalls", 0, 0, 100_000),
                settings.number("callsPerSecond", 0, 0, 10_000),
                settings.number("monthlyCalls", 0, 0, MOST),
                cost(settings));
    }

    private static @Nullable Money cost(Fields settings) {
        var yuan = settings.decimal("monthlyCostYuan");
        if (yuan == null) {
            return null;
        }
        try {
            var cost = Money.parse(yuan.toPlainString());
            if (cost.compareTo(Money.ZERO) >= 0) {
                return cost;
            }
        } catch (IllegalArgumentException _) {
            // Told below like an amount under zero.
        }
        settings.error(
                "monthlyCostYuan",
                "plan.out-of-range",
                "this is an amount of yuan, 0 or more, with at most six decimals");
        return null;
    }
}
