package org.hotline400.server.numbers.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hotline400.server.numbers.catalogue.Facets;
import org.hotline400.server.numbers.prices.NumberPrice;
import org.hotline400.server.numbers.shop.ShopWindow;

/// How many of the numbers found are of which kind, the most first; kinds with none are left out.
record FacetsBody(
        List<CountBody> classes,
        List<CountBody> carriers,
        List<CountBody> patterns,
        List<PriceCountBody> prices,
        List<PromotionCountBody> promotions) {

    /// @param code as the parameter of the same name takes it
    record CountBody(String code, String zh, String en, int count) {}

    /// @param setUpFee in yuan
    record PriceCountBody(String setUpFee, int minimumMonths, int count) {}

    record PromotionCountBody(String id, TextBody name, int count) {}

    static FacetsBody of(Facets facets, ShopWindow window, Instant now) {
        return new FacetsBody(
                counts(facets.classes(), NamedBody::of),
                counts(facets.carriers(), NamedBody::of),
                counts(facets.patterns(), NamedBody::of),
                prices(facets.prices()),
                window.running(now).stream()
                        .filter(one -> facets.promotions().containsKey(one.id()))
                        .map(one -> new PromotionCountBody(
                                one.id().toString(),
                                PromotedBody.name(one),
                                facets.promotions().getOrDefault(one.id(), 0)))
                        .toList());
    }

    private static <K> List<CountBody> counts(Map<K, Integer> counts, Function<K, NamedBody> name) {
        return counts.entrySet().stream()
                .map(entry -> {
                    var named = name.apply(entry.getKey());
                    return new CountBody(named.code(), named.zh(), named.en(), entry.getValue());
                })
                .sorted(Comparator.comparingInt(CountBody::count).reversed().thenComparing(CountBody::code))
                .toList();
    }

    private static List<PriceCountBody> prices(Map<NumberPrice, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(NumberPrice::setUpFee).thenComparingInt(NumberPrice::minimumMonths)))
                .map(entry -> new PriceCountBody(
                        entry.getKey().setUpFee().toString(), entry.getKey().minimumMonths(), entry.getValue()))
                .toList();
    }
}
