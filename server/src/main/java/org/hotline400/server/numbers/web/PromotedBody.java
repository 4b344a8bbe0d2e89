package org.hotline400.server.numbers.web;

import java.time.Instant;
import org.hotline400.server.numbers.prices.NumberPrice;
import org.hotline400.server.numbers.promotions.Promotion;

/// A promotion that a number takes part in.
///
/// @param id as the parameter `promotion` takes it
/// @param setUpFee of the number while the promotion runs, in yuan
/// @param until it runs, exclusive
record PromotedBody(String id, TextBody name, String setUpFee, Instant until) {
    static PromotedBody of(Promotion promotion, NumberPrice price) {
        return new PromotedBody(
                promotion.id().toString(),
                name(promotion),
                promotion.priceOf(price).setUpFee().toString(),
                promotion.end());
    }

    static TextBody name(Promotion promotion) {
        return new TextBody(promotion.name(), promotion.englishName());
    }
}
