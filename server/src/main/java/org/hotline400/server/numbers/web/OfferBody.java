package org.hotline400.server.numbers.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hotline400.server.numbers.catalogue.Offer;
import org.hotline400.server.numbers.grading.Finding;
import org.hotline400.server.numbers.promotions.Promotion;
import org.hotline400.server.numbers.promotions.Promotions;
import org.hotline400.server.numbers.shop.ShopWindow;
import org.jspecify.annotations.Nullable;

/// A number in the shop.
///
/// @param number ten digits
/// @param display as people write it: `400-888-8888`
/// @param numberClass that it is sold in
/// @param classByRules what the rules say, where the operator says otherwise
/// @param memorability 0 to 100
/// @param findings strongest first, with their places for colouring
/// @param sentence what is remarkable about it, and what it costs by the price list
/// @param promotions by which it is cheaper now, the cheapest first
/// @param carrier whose number it is; absent where nobody knows
/// @param says what was asked for and is in it
record OfferBody(
        String number,
        String display,
        @JsonProperty("class") NamedBody numberClass,
        @Nullable NamedBody classByRules,
        int memorability,
        List<FindingBody> findings,
        TextBody sentence,
        PriceBody price,
        List<PromotedBody> promotions,
        @Nullable NamedBody carrier,
        List<FragmentBody> says) {

    /// A pattern at its place.
    ///
    /// @param start counted from 0 in the ten digits: 3 is the first behind 400
    /// @param length in digits
    record FindingBody(String code, String zh, String en, int start, int length) {
        private static final int BEHIND_400 = 3;

        static FindingBody of(Finding finding) {
            var kind = finding.kind();
            return new FindingBody(
                    kind.code(), kind.chinese(), kind.english(), finding.start() + BEHIND_400, finding.length());
        }
    }

    static OfferBody of(Offer offer, ShopWindow window, Instant now) {
        var grade = offer.grade();
        return new OfferBody(
                offer.number().digits(),
                offer.number().display(),
                NamedBody.of(offer.numberClass()),
                grade.numberClass() == offer.numberClass() ? null : NamedBody.of(grade.numberClass()),
                grade.memorability(),
                grade.findings().stream().map(FindingBody::of).toList(),
                sentence(offer, window),
                PriceBody.of(offer.price()),
                promotions(offer, window, now),
                offer.carrier().map(NamedBody::of).orElse(null),
                offer.says().stream().map(FragmentBody::of).toList());
    }

    private static TextBody sentence(Offer offer, ShopWindow window) {
        var prices = window.catalogue().market().prices();
        var explanation = prices.explain(offer.number(), offer.grade(), offer.numberClass());
        return new TextBody(explanation.chinese() + "。", explanation.english() + ".");
    }

    private static List<PromotedBody> promotions(Offer offer, ShopWindow window, Instant now) {
        var left = new ArrayList<Promotion>();
        offer.promotions().forEach(id -> window.promotion(id, now).ifPresent(left::add));
        var bodies = new ArrayList<PromotedBody>();
        for (var best = Promotions.best(left, offer.price());
                best.isPresent();
                best = Promotions.best(left, offer.price())) {
            bodies.add(PromotedBody.of(best.get(), offer.price()));
            left.remove(best.get());
        }
        return bodies;
    }
}
