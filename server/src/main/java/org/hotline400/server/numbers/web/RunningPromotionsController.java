package org.hotline400.server.numbers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.numbers.promotions.Discount;
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
    /// @param left how many numbers can still be had by it; absent where there is no bound
    /// @param search finds its numbers
    record RunningPromotionBody(
            String id,
            TextBody name,
            TextBody discount,
            Instant begin,
            Instant end,
            Optional<Integer> left,
            String search) {
        static RunningPromotionBody of(Promotion promotion) {
            return new RunningPromotionBody(
                    promotion.id().toString(),
                    PromotedBody.name(promotion),
                    discount(promotion.discount()),
                    promotion.begin(),
                    promotion.end(),
                    Optional.of(promotion.quota().numbers())
                            .filter(bound -> bound > 0)
                            .map(bound -> bound - promotion.used()),
                    "/api/v1/numbers/search?promotion=" + promotion.id());
        }

        private static TextBody discount(Discount discount) {
            return switch (discount) {
                case Discount.PercentOff(int percent) ->
                    new TextBody("选号费优惠 " + percent + "%", percent + " % off the set-up fee");
                case Discount.FixedFee(Money fee) ->
                    new TextBody("选号费 " + fee + " 元", "set-up fee of " + fee + " yuan");
            };
        }
    }

    @GetMapping
    @SecurityRequirements
    @Operation(summary = "The promotions that run now, the one that ends first leading")
    List<RunningPromotionBody> running() {
        var now = clock.instant();
        return promotions.running().stream()
                .filter(one -> one.isRunning(now))
                .sorted(Comparator.comparing(Promotion::end))
                .map(RunningPromotionBody::of)
                .toList();
    }
}
