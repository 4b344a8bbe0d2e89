package org.hotline400.server.samples;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.kernel.HotlineSettings;
import org.hotline400.server.numbers.catalogue.DigitFilter;
import org.hotline400.server.numbers.catalogue.NumberQuery;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.promotions.Campaigns;
import org.hotline400.server.numbers.promotions.Discount;
import org.hotline400.server.numbers.promotions.PromotionOrder;
import org.hotline400.server.numbers.promotions.Quota;
import org.springframework.stereotype.Component;

/// A promotion of special numbers without a 4, for a first look at the number shop: made once, and never again
/// when somebody has ended it.
@Component
class SamplePromotion {
    private static final String NAME = "示例·开业特惠";
    private static final int DISLIKED = 4;
    private static final int PERCENT_OFF = 20;
    private static final int MOST_LISTED = 200;
    private static final Duration LONG = Duration.ofDays(365);

    SamplePromotion(HotlineSettings settings, Campaigns campaigns, Clock clock) {
        if (settings.sampleData() && !isThere(campaigns)) {
            campaigns.create(order(clock), "samples");
        }
    }

    private static boolean isThere(Campaigns campaigns) {
        return campaigns.list(Optional.empty(), MOST_LISTED).items().stream()
                .anyMatch(one -> one.promotion().name().equals(NAME));
    }

    private static PromotionOrder order(Clock clock) {
        var now = clock.instant();
        return new PromotionOrder(
                NAME,
                "Sample: opening offer",
                NumberQuery.ANY
                        .withClasses(Set.of(NumberClass.SPECIAL))
                        .withDigits(DigitFilter.NONE.without(Set.of(DISLIKED))),
                new Discount.PercentOff(PERCENT_OFF),
                now,
                now.plus(LONG),
                new Quota(1_000, 5));
    }
}
