package org.hotline400.server.charging.web;

import java.util.Optional;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Money;
import org.jspecify.annotations.Nullable;

/// What a customer bounds himself to.
///
/// @param costCap decimal yuan that a month's calls may cost
/// @param callCap how many charged calls a month may have
record CapsOrder(@Nullable String costCap, @Nullable Integer callCap) {
    /// So that it can be reckoned with beside any balance.
    private static final Money MOST = Money.ofYuan(1_000_000_000);

    static Optional<Money> cost(Checks checks, @Nullable String text) {
        return checks.readIfPresent("costCap", "charging.amount", text, CapsOrder::notNegative);
    }

    static Optional<Integer> calls(Checks checks, @Nullable Integer number) {
        return checks.readIfPresent("callCap", "out-of-range", number, CapsOrder::notNegative);
    }

    static Money notNegative(String text) {
        var money = Money.parse(text);
        if (money.microYuan() < 0 || money.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("is 0 to " + MOST + "; was " + text);
        }
        return money;
    }

    private static int notNegative(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("is 0 or more; was " + number);
        }
        return number;
    }
}
