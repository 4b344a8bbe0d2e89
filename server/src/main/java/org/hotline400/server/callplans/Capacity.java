package org.hotline400.server.callplans;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// How much a number takes: what is beyond is turned away before the plan.
///
/// @param calls at the same time; 0: no bound
/// @param callsPerSecond that begin; 0: no bound
/// @param callsPerMonth admitted in a calendar month in Chinese time; 0: no bound
/// @param costPerMonth yuan in a calendar month; null: no bound. Kept for when calls have a price: until then the
///     check says that nothing holds to it
public record Capacity(
        int calls,
        int callsPerSecond,
        int callsPerMonth,
        @Nullable BigDecimal costPerMonth) {
    private static final int MOST = 1_000_000_000;

    static Capacity read(Fields settings) {
        return new Capacity(
                settings.number("maxCalls", 0, 0, 100_000),
                settings.number("callsPerSecond", 0, 0, 10_000),
                settings.number("monthlyCalls", 0, 0, MOST),
                cost(settings));
    }

    private static @Nullable BigDecimal cost(Fields settings) {
        var cost = settings.decimal("monthlyCostYuan");
        if (cost != null && cost.signum() < 0) {
            settings.error("monthlyCostYuan", "plan.out-of-range", "this is an amount of yuan, 0 or more");
        }
        return cost;
    }
}
