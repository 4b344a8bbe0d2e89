package org.hotline400.server.numbers.shop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline400.server.numbers.catalogue.Catalogue;
import org.hotline400.server.numbers.catalogue.CatalogueIndex;
import org.hotline400.server.numbers.catalogue.Market;
import org.hotline400.server.numbers.promotions.Promotion;
import org.roaringbitmap.RoaringBitmap;

/// The market as it was read last, and the catalogue of it. Reads again what has changed, and nothing else. One
/// thread's.
final class CurrentMarket {
    private final Sources sources;
    private RoaringBitmap onSale;
    private Catalogue catalogue;
    private List<Promotion> promotions = List.of();

    /// Reads all, but for promotions: which numbers these are for is asked of the catalogue.
    CurrentMarket(Sources sources, CatalogueIndex index) {
        this.sources = sources;
        onSale = sources.stock().onSale();
        catalogue = Catalogue.of(
                index,
                new Market(
                        RoaringBitmap.andNot(onSale, sources.numbers().taken()),
                        sources.stock().carriers(),
                        Map.of(),
                        sources.classes().all(),
                        sources.prices().now()));
    }

    /// Whether other promotions run than when they were read.
    boolean hasOtherPromotions() {
        return !sources.promotions().running().equals(promotions);
    }

    /// Reads these parts again.
    ShopWindow follow(Set<Part> changed) {
        if (changed.contains(Part.STOCK)) {
            onSale = sources.stock().onSale();
        }
        var before = catalogue.market();
        var running = sources.promotions().running();
        var now = catalogue.with(new Market(
                available(changed, before),
                changed.contains(Part.STOCK) ? sources.stock().carriers() : before.carriers(),
                promotionsThatStay(running, changed),
                changed.contains(Part.CLASSES) ? sources.classes().all() : before.overrides(),
                changed.contains(Part.PRICES) ? sources.prices().now() : before.prices()));
        catalogue = withPromotions(running, now);
        promotions = running;
        return new ShopWindow(catalogue, promotions);
    }

    private RoaringBitmap available(Set<Part> changed, Market before) {
        return changed.contains(Part.STOCK) || changed.contains(Part.NUMBERS)
                ? RoaringBitmap.andNot(onSale, sources.numbers().taken())
                : before.available();
    }

    /// The numbers of promotions that ran before, where nothing has changed by which they are told.
    private Map<UUID, RoaringBitmap> promotionsThatStay(List<Promotion> running, Set<Part> changed) {
        if (changed.stream().anyMatch(Part.TELLING::contains)) {
            return Map.of();
        }
        var known = catalogue.market().promotions();
        return running.stream()
                .filter(this::hadThisQuery)
                .collect(Collectors.toMap(Promotion::id, one -> known.getOrDefault(one.id(), new RoaringBitmap())));
    }

    private boolean hadThisQuery(Promotion now) {
        return promotions.stream()
                .anyMatch(one -> one.id().equals(now.id()) && one.query().equals(now.query()));
    }

    /// With the numbers of those promotions that are not in it yet.
    private static Catalogue withPromotions(List<Promotion> running, Catalogue catalogue) {
        var market = catalogue.market();
        var all = new HashMap<>(market.promotions());
        running.forEach(one -> all.computeIfAbsent(one.id(), id -> catalogue.matching(one.query())));
        return all.size() == market.promotions().size()
                ? catalogue
                : catalogue.with(
                        new Market(market.available(), market.carriers(), all, market.overrides(), market.prices()));
    }
}
