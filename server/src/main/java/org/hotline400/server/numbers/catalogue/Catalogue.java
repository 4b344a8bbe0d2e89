package org.hotline400.server.numbers.catalogue;

import java.util.List;
import java.util.UUID;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.grading.Grading;
import org.hotline400.server.numbers.meaning.Fragment;
import org.hotline400.server.numbers.stock.NumberCarrier;
import org.roaringbitmap.RoaringBitmap;

/// All numbers as they stand at a moment. Never changes, any thread may search it, and a search leaves some kilobytes
/// of
/// garbage.
public final class Catalogue {
    private final CatalogueIndex index;
    private final Market market;
    private final Shelves shelves;
    private final NumberSet available;
    private final List<Labelled<NumberCarrier>> carriers;
    private final List<Labelled<UUID>> promotions;

    private Catalogue(
            CatalogueIndex index,
            Market market,
            Shelves shelves,
            List<Labelled<NumberCarrier>> carriers,
            List<Labelled<UUID>> promotions) {
        this.index = index;
        this.market = market;
        this.shelves = shelves;
        this.carriers = carriers;
        this.promotions = promotions;
        available = NumberSet.of(market.available());
    }

    /// The first catalogue; those after it come from [#with], which is much quicker.
    public static Catalogue of(CatalogueIndex index, Market market) {
        return new Catalogue(
                index,
                market,
                new Shelves(index, market.prices(), market.overrides()),
                Labelled.read(market.carriers(), List.of()),
                Labelled.read(market.promotions(), List.of()));
    }

    /// The same numbers in a changed market; shares whatever did not change. Takes about a millisecond while only
    /// numbers come and go, some tens when prices or classes change.
    public Catalogue with(Market changed) {
        return new Catalogue(
                index,
                changed,
                shelves.areOf(changed.prices(), changed.overrides())
                        ? shelves
                        : new Shelves(index, changed.prices(), changed.overrides()),
                Labelled.read(changed.carriers(), carriers),
                Labelled.read(changed.promotions(), promotions));
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

    /// All numbers that match, whether they are available or not, by their seven digits; of the query's order and page
    /// nothing counts.
    public RoaringBitmap matching(NumberQuery query) {
        var bits = new SpaceBits();
        Rule.walk(new Search(this, query).rules(), (block, row, count) -> bits.write(block, row));
        return bits.bitmap();
    }

    /// Whether a number is among those; takes some microseconds.
    public boolean matches(NumberQuery query, HotlineNumber number) {
        return Rule.allHold(new Search(this, query).rules(), Space.suffix(number));
    }

    /// Whether the number is on sale and nobody's.
    public boolean isAvailable(HotlineNumber number) {
        return available.contains(Space.suffix(number));
    }

    /// What a number is sold as, whether it is available or not.
    public Offer offer(HotlineNumber number) {
        return offer(Space.suffix(number), List.of());
    }

    Offer offer(int suffix, List<Fragment> meaning) {
        var number = Space.number(suffix);
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

    List<Labelled<NumberCarrier>> carriers() {
        return carriers;
    }

    List<Labelled<UUID>> promotions() {
        return promotions;
    }
}
