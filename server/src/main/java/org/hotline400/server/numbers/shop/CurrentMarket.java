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

/// Keeps the parts of the market as they were read last, and reads again what has changed. One thread's.
final class CurrentMarket {
    private final Sources sources;
    private final CatalogueIndex index;
    private RoaringBitmap onSale = new RoaringBitmap();
    private Market market;
    private List<Promotion> promotions = List.of();

    /// Reads all parts.
    CurrentMarket(Sources sources, CatalogueIndex index) {
        this.sources = sources;
        this.index = index;
        this.market = new Market(onSale, Map.of(), Map.of(), Map.of(), sources.prices().now());
    }

    /// Whether promotions have begun or ended since they were read.
    boolean hasOtherPromotions() {
        return !sources.promotions().running().equals(promotions);
    }

    /// Reads these parts again.
    ShopWindow follow(Set<Part> changed) {
        if (changed.contains(Part.STOCK)) {
            onSale = sources.stock().onSale();
        }
        var running = sources.promotions().running();
        var unpromoted = new Market(
                available(changed),
                changed.contains(Part.STOCK) ? sources.stock().carriers() : market.carriers(),
                promotionsThatStay(running, changed),
                changed.contains(Part.CLASSES) ? sources.classes().all() : market.overrides(),
                changed.contains(Part.PRICES) ? sources.prices().now() : market.prices());
        var catalogue = Catalogue.of(index, unpromoted);
        market = unpromoted;
        promotions = running;
        return new ShopWindow(withNewPromotions(catalogue), promotions);
    }

    private RoaringBitmap available(Set<Part> changed) {
        return changed.contains(Part.STOCK) || changed.contains(Part.NUMBERS)
                ? RoaringBitmap.andNot(onSale, sources.numbers().taken())
                : market.available();
    }

    /// The numbers of promotions that were there before, where nothing has changed by which they are told.
    private Map<UUID, RoaringBitmap> promotionsThatStay(List<Promotion> running, Set<Part> changed) {
        if (changed.stream().anyMatch(Part.TELLING::contains)) {
            return Map.of();
        }
        return running.stream()
                .filter(one -> market.promotions().containsKey(one.id()) && hadThisQuery(one))
                .collect(Collectors.toMap(
                        Promotion::id, one -> market.promotions().get(one.id())));
    }

    private boolean hadThisQuery(Promotion now) {
        return promotions.stream()
                .anyMatch(one -> one.id().equals(now.id()) && one.query().equals(now.query()));
    }

    private Catalogue withNewPromotions(Catalogue catalogue) {
        var all = new HashMap<>(market.promotions());
        for (var one : promotions) {
            all.computeIfAbsent(one.id(), id -> catalogue.matching(one.query()));
        }
        if (all.size() == market.promotions().size()) {
            return catalogue;
        }
        market = new Market(market.available(), market.carriers(), all, market.overrides(), market.prices());
        return Catalogue.of(index, market);
    }
}
