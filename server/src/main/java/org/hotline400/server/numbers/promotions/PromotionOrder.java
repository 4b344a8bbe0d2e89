package org.hotline400.server.numbers.promotions;

import java.time.Instant;
import org.hotline400.server.numbers.catalogue.NumberQuery;

/// How a promotion shall be; see [Promotion].
public record PromotionOrder(
        String name,
        String englishName,
        NumberQuery query,
        Discount discount,
        Instant begin,
        Instant end,
        Quota quota) {
    public PromotionOrder {
        Promotion.checkName(name);
        Promotion.checkName(englishName);
        if (!end.isAfter(begin)) {
            throw new IllegalArgumentException("a promotion ends after it begins; was " + begin + " to " + end);
        }
    }
}
