package org.hotline400.server.numbers.prices;

import org.hotline400.server.kernel.Money;

/// @param setUpFee paid once, 0 or more
/// @param minimumMonths the shortest contract, 1 to 120 months
public record NumberPrice(Money setUpFee, int minimumMonths) {
    public NumberPrice {
        if (setUpFee.microYuan() < 0) {
            throw new IllegalArgumentException("a set-up fee is 0 or more; was " + setUpFee);
        }
        if (minimumMonths < 1 || minimumMonths > 120) {
            throw new IllegalArgumentException("a minimum term is 1 to 120 months; was " + minimumMonths);
        }
    }
}
