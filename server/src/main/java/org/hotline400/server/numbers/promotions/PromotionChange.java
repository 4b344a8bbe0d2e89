package org.hotline400.server.numbers.promotions;

/// What became of a change of promotions.
public sealed interface PromotionChange {
    record Done(StoredPromotion promotion) implements PromotionChange {}

    /// There is no such promotion.
    record Unknown() implements PromotionChange {}

    /// It has begun: it can only be ended.
    record Begun() implements PromotionChange {}

    /// It is over.
    record Over() implements PromotionChange {}
}
