package org.hotline400.server.numbers.catalogue;

import java.util.List;
import java.util.UUID;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.grading.Grading;
import org.hotline400.server.numbers.meaning.Fragment;
import org.hotline400.server.numbers.stock.NumberCarrier;
import org.roaringbitmap.RoaringBitmap;

/// All numbers as they stand at a moment. Never changes, any thread may search it, and a search leaves about
/// a hundred kilobytes of garbage.
public final class Catalogue {
    private final CatalogueIndex index;
    private final Market market;
    private final Shelves shelves;
    private final NumberSet available;
    private final List<Labelled<NumberCarrier>> carriers;
    private final List<Labelled<UUID>> promotions;
    private final BlockSums sums;

    private Catalogue(CatalogueIndex index, Market market) {
        this.index = index;
        this.market = market;
        shelves = new Shelves(index, market.prices(), market.overrides());
        available = NumberSet.of(market.available());
        carriers = Labelled.read(market.carriers(), List.of());
        promotions = Labelled.read(market.promotions(), List.of());
        sums = new BlockSums(shelves.all(), index.kinds(), available);
    }

    private Catalogue(Catalogue before, Market market) {
        index = before.index;
        this.market = market;
        boolean areSamePrices = before.shelves.areOf(market.prices(), market.overrides());
        shelves = areSamePrices ? before.shelves : new Shelves(index, market.prices(), market.overrides());
        available = NumberSet.of(market.available());
        carriers = Labelled.read(market.carriers(), before.carriers);
        promotions = Labelled.read(market.promotions(), before.promotions);
        sums = areSamePrices ? before.sums.with(available) : new BlockSums(shelves.all(), index.kinds(), available);
    }

    /// The first catalogue; those after it come from [#with], which is much quicker.
    public static Catalogue of(CatalogueIndex index, Market market) {
        return new Catalogue(index, market);
    }

    /// The same numbers in a changed market; shares whatever did not change. Takes a millisecond or two while
    /// only numbers come and go, some tens when prices or classes change.
    public Catalogue with(Market changed) {
        return new Catalogue(this, changed);
    }

    public Market market() {
        return market;
    }

    /// Finds a page of available numbers, and what there is in all.
    public Found search(NumberQuery query) {
        var found = new Search(this, query).find();
        return found.total() > 0
                ? found
                : new Found(List.of(), 0, found.facets(), found.next(), Similar.to(query, this));
    }

    /// All numbers that match, whether they are available or not, by their seven digits; of the query's
    /// order and page nothing counts.
    public RoaringBitmap matching(NumberQuery query) {
        var bits = new SpaceBits();
        Rule.walk(new Search(this, query).rules(), (block, row, count) -> bits.write(block, row));
        return bits.bitmap();
    }

    /// Whether a number is among those; takes some microseconds.
    public boolean matches(NumberQuery query, HotlineNumber number) {
        return Rule.allHold(new Search(this, query).rules(), number.suffix());
    }

    /// Whether the number is on sale and nobody's.
    public boolean isAvailable(HotlineNumber number) {
        return available.contains(number.suffix());
    }

    /// What a number is sold as, whether it is available or not.
    public Offer offer(HotlineNumber number) {
        return offer(number.suffix(), List.of());
    }

    Offer offer(int suffix, List<Fragment> meaning) {
        var number = HotlineNumber.ofSuffix(suffix);
        var shelf = shelves.of(suffix);
        var digits = Space.digits(suffix);
        return new Offer(
                number,
                Grading.of(number),
                shelf.numberClass(),
                shelf.price(),
                carriers.stream()
                        .filter(carrier -> carrier.numbers().contains(suffix))
                        .map(Labelled::label)
                        .findFirst(),
                promotions.stream()
                        .filter(promotion -> promotion.numbers().contains(suffix))
                        .map(Labelled::label)
                        .sorted()
                        .toList(),
                meaning.stream()
                        .filter(fragment -> digits.contains(fragment.digits()))
                        .toList());
    }

    CatalogueIndex index() {
        return index;
    }

    Shelves shelves() {
        return shelves;
    }

    NumberSet available() {
        return available;
    }

    BlockSums sums() {
        return sums;
    }

    List<Labelled<NumberCarrier>> carriers() {
        return carriers;
    }

    List<Labelled<UUID>> promotions() {
        return promotions;
    }
}
