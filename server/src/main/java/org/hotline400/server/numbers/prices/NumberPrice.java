package org.hotline400.server.numbers.prices;

import org.hotline400.server.kernel.Money;
import org.hotline400.server.numbers.grading.Explanation;

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

    /// `一次性选号费 50000 元，最低在网 36 个月`.
    public Explanation explained() {
        var yuan = setUpFee.toString().replaceFirst("\\.00$", "");
        return new Explanation("一次性选号费 " + yuan + " 元", "set-up fee " + yuan + " yuan once")
                .and(new Explanation("最低在网 " + minimumMonths + " 个月", "at least " + minimumMonths + " months"));
    }
}
