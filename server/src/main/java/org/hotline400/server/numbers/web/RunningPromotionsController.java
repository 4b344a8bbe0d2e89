package org.hotline400.server.numbers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.hotline400.server.numbers.promotions.Promotion;
import org.hotline400.server.numbers.promotions.Promotions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What visitors see of the operator's promotions: those that run. Nobody needs a key for it.
@RestController
@RequestMapping("/api/v1/number-promotions/running")
@Tag(name = "number shop")
class RunningPromotionsController {
    private final Promotions promotions;
    private final Clock clock;

    RunningPromotionsController(Promotions promotions, Clock clock) {
        this.promotions = promotions;
        this.clock = clock;
    }

    /// @param id as the parameter `promotion` of a search takes it
    /// @param discount in words
    /// @param end exclusive
    /// @param left how many numbers can still be had at the price of the promotion
    /// @param search finds its numbers
    record RunningPromotionBody(
            String id, String name, TextBody discount, Instant begin, Instant end, int left, String search) {
        static RunningPromotionBody of(Promotion promotion) {
            return new RunningPromotionBody(
                    promotion.id().toString(),
                    promotion.name(),
                    new TextBody(
                            promotion.discount().chinese(), promotion.discount().english()),
                    promotion.begin(),
                    promotion.end(),
                    promotion.quota() - promotion.used(),
                    "/api/v1/numbers/search?promotion=" + promotion.id());
        }
    }

    @GetMapping
    @SecurityRequirements
    @Operation(summary = "The promotions that run now, the one that ends first leading")
    List<RunningPromotionBody> running() {
        var now = clock.instant();
        return promotions.running().stream()
                .filter(one -> now.isBefore(one.end()))
                .sorted(Comparator.comparing(Promotion::end))
                .map(RunningPromotionBody::of)
                .toList();
    }
}
