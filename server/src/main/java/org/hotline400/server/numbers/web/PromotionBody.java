package org.hotline400.server.numbers.web;

import java.time.Instant;
import java.util.UUID;
import org.hotline400.server.numbers.promotions.Discount;
import org.hotline400.server.numbers.promotions.Promotion;
import org.hotline400.server.numbers.promotions.StoredPromotion;
import org.hotline400.server.numbers.promotions.WrittenQuery;
import org.jspecify.annotations.Nullable;

/// A promotion on the wire.
///
/// @param query which numbers, by the names of the search's parameters
/// @param begin inclusive
/// @param end exclusive; when it was ended early, that instant
/// @param quota numbers in all; 0: no bound
/// @param quotaPerTenant numbers of one enterprise; 0: no bound
/// @param used numbers that were taken by it
/// @param running whether it can be used now
/// @param ended when it was ended early; for the operator
/// @param author who made or changed it last; for the operator
record PromotionBody(
        UUID id,
        PromotionOrderBody.PromotionName name,
        WrittenQuery query,
        PromotionOrderBody.PromotionDiscount discount,
        Instant begin,
        Instant end,
        int quota,
        int quotaPerTenant,
        int used,
        boolean running,
        @Nullable EarlyEndBody ended,
        @Nullable String author,
        @Nullable Instant createdAt) {

    /// Who ended it, when and why.
    record EarlyEndBody(Instant at, String by, String reason) {
        static EarlyEndBody of(StoredPromotion.EarlyEnd end) {
            return new EarlyEndBody(end.at(), end.by(), end.reason());
        }
    }

    /// As everybody sees it.
    static PromotionBody of(Promotion promotion, Instant now) {
        return body(promotion, now, null);
    }

    /// As the operator sees it.
    static PromotionBody of(StoredPromotion stored, Instant now) {
        return body(stored.promotion(), now, stored);
    }

    private static PromotionBody body(Promotion promotion, Instant now, @Nullable StoredPromotion stored) {
        return new PromotionBody(
                promotion.id(),
                new PromotionOrderBody.PromotionName(promotion.name(), promotion.englishName()),
                WrittenQuery.of(promotion.query()),
                reduction(promotion.discount()),
                promotion.begin(),
                promotion.end(),
                promotion.quota().numbers(),
                promotion.quota().ofTenant(),
                promotion.used(),
                promotion.isRunning(now),
                stored == null ? null : stored.ended().map(EarlyEndBody::of).orElse(null),
                stored == null ? null : stored.author(),
                stored == null ? null : stored.createdAt());
    }

    private static PromotionOrderBody.PromotionDiscount reduction(Discount discount) {
        return switch (discount) {
            case Discount.PercentOff(int percent) -> new PromotionOrderBody.PromotionDiscount(percent, null);
            case Discount.FixedFee(var fee) -> new PromotionOrderBody.PromotionDiscount(null, fee.toString());
        };
    }
}
