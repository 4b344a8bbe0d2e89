package org.hotline400.server.numbers.catalogue;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.grading.PatternKind;
import org.hotline400.server.numbers.prices.NumberPrice;

/// Counts what a search finds, by class, price, pattern, carrier and promotion. Of a block it takes the
/// shortest way: the few numbers found one by one, all less the few that are not, or each set against the
/// row.
final class Tally implements Rule.Visitor {
    /// Up to so many numbers are counted one by one.
    private static final int FEW = 250;

    private static final long[] NONE = new long[Row.WORDS];
    private static final PatternKind[] KINDS = PatternKind.values();

    private final Catalogue catalogue;
    private final List<Shelves.Shelf> shelves;
    private final List<NumberSet> kinds;
    private final int[] byShelf;
    private final int[] byKind;
    private final int[] byCarrier;
    private final int[] byPromotion;
    private int total;

    Tally(Catalogue catalogue) {
        this.catalogue = catalogue;
        shelves = catalogue.shelves().all();
        kinds = catalogue.index().kinds();
        byShelf = new int[shelves.size()];
        byKind = new int[kinds.size()];
        byCarrier = new int[catalogue.carriers().size()];
        byPromotion = new int[catalogue.promotions().size()];
    }

    @Override
    public void visit(int block, long[] row, int count) {
        total += count;
        if (count <= FEW) {
            catalogue.shelves().count(block, row, NONE, 1, byShelf, byKind);
        } else if (count >= catalogue.available().size(block) - FEW) {
            catalogue.sums().addTo(byShelf, byKind, block);
            catalogue.shelves().count(block, row, catalogue.available().row(block), -1, byShelf, byKind);
        } else {
            addEach(block, row, count);
        }
        addLabelled(catalogue.carriers(), block, row, count, byCarrier);
        addLabelled(catalogue.promotions(), block, row, count, byPromotion);
    }

    private void addEach(int block, long[] row, int size) {
        for (int shelf = 0; shelf < byShelf.length; shelf++) {
            byShelf[shelf] += shelves.get(shelf).numbers().countIn(block, row, size);
        }
        for (int kind = 0; kind < byKind.length; kind++) {
            byKind[kind] += kinds.get(kind).countIn(block, row, size);
        }
    }

    private static <T> void addLabelled(List<Labelled<T>> sets, int block, long[] row, int size, int[] counts) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += sets.get(i).numbers().countIn(block, row, size);
        }
    }

    int total() {
        return total;
    }

    Facets facets() {
        var classes = new EnumMap<NumberClass, Integer>(NumberClass.class);
        var prices = new HashMap<NumberPrice, Integer>();
        for (int i = 0; i < byShelf.length; i++) {
            add(classes, shelves.get(i).numberClass(), byShelf[i]);
            add(prices, shelves.get(i).price(), byShelf[i]);
        }
        var patterns = new EnumMap<PatternKind, Integer>(PatternKind.class);
        for (int i = 0; i < byKind.length; i++) {
            add(patterns, KINDS[i], byKind[i]);
        }
        return new Facets(
                classes,
                labelled(catalogue.carriers(), byCarrier),
                patterns,
                prices,
                labelled(catalogue.promotions(), byPromotion));
    }

    private static <T> Map<T, Integer> labelled(List<Labelled<T>> sets, int[] counts) {
        var labelled = new HashMap<T, Integer>();
        for (int i = 0; i < counts.length; i++) {
            add(labelled, sets.get(i).label(), counts[i]);
        }
        return labelled;
    }

    private static <T> void add(Map<T, Integer> counts, T label, int count) {
        if (count > 0) {
            counts.merge(label, count, Integer::sum);
        }
    }
}
