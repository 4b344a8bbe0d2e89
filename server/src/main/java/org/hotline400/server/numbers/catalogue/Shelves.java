package org.hotline400.server.numbers.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.prices.NumberPrice;
import org.hotline400.server.numbers.prices.PriceList;

/// The numbers by what they are sold as, under one price list and with the operator's own classes: each
/// lies on one shelf, with those of the same class and price. Made anew when prices or classes change,
/// which takes some tens of milliseconds.
final class Shelves {
    /// @param numbers that lie on it
    /// @param feeRank place of the set-up fee among all fees, the cheapest 0
    record Shelf(NumberClass numberClass, NumberPrice price, NumberSet numbers, int feeRank) {}

    private static final NumberClass[] CLASSES = NumberClass.values();

    private final PriceList prices;
    private final Map<Integer, NumberClass> overrides;
    private final char[][] traitOf;
    private final long[] traits;
    private final char[] shelfOfTrait;
    private final List<Shelf> shelves = new ArrayList<>();
    /// The different set-up fees in micro-yuan, ascending.
    private final long[] fees;

    private final Slices cheapness;
    private final Slices dearness;

    Shelves(CatalogueIndex index, PriceList prices, Map<Integer, NumberClass> overrides) {
        this.prices = prices;
        this.overrides = overrides;
        var table = overrides.isEmpty() ? index.traits() : index.traits().copy();
        var before = table.all();
        traitOf = index.traitOf().clone();
        overrides.keySet().stream()
                .map(suffix -> suffix / Space.SIZE)
                .distinct()
                .forEach(block -> traitOf[block] = traitOf[block].clone());
        overrides.forEach((suffix, numberClass) -> {
            var ofBlock = traitOf[suffix / Space.SIZE];
            long kinds = TraitTable.kinds(before[ofBlock[suffix % Space.SIZE]]);
            ofBlock[suffix % Space.SIZE] = (char) table.id(TraitTable.trait(numberClass, kinds));
        });
        traits = table.all();
        shelfOfTrait = new char[traits.length];
        fees = prices.levels().stream()
                .mapToLong(price -> price.setUpFee().microYuan())
                .distinct()
                .sorted()
                .toArray();
        cheapness = new Slices(Slices.bitsBelow(fees.length));
        dearness = new Slices(Slices.bitsBelow(fees.length));
        label();
        fill();
    }

    /// Finds the shelf of each combination of class and patterns.
    private void label() {
        var known = new LinkedHashMap<Long, Character>();
        for (int id = 0; id < traits.length; id++) {
            int classOrdinal = TraitTable.classOrdinal(traits[id]);
            int level = prices.level(classOrdinal, TraitTable.kinds(traits[id]));
            long label = (long) level * CLASSES.length + classOrdinal;
            shelfOfTrait[id] = known.computeIfAbsent(label, _ -> {
                var price = prices.levels().get(level);
                int rank = firstFee(price.setUpFee().microYuan());
                shelves.add(new Shelf(CLASSES[classOrdinal], price, new NumberSet(), rank));
                return (char) (shelves.size() - 1);
            });
        }
    }

    private void fill() {
        var rows = new long[shelves.size()][Row.WORDS];
        var ranks = new long[cheapness.bits()][Row.WORDS];
        for (int block = 0; block < Space.BLOCKS; block++) {
            clear(rows);
            var ofBlock = traitOf[block];
            for (int within = 0; within < Space.SIZE; within++) {
                Row.add(rows[shelfOfTrait[ofBlock[within]]], within);
            }
            for (int shelf = 0; shelf < rows.length; shelf++) {
                shelves.get(shelf).numbers().put(block, rows[shelf]);
            }
            rank(rows, ranks, false);
            cheapness.put(block, ranks);
            rank(rows, ranks, true);
            dearness.put(block, ranks);
        }
    }

    private void rank(long[][] rows, long[][] ranks, boolean dearestFirst) {
        clear(ranks);
        for (int shelf = 0; shelf < rows.length; shelf++) {
            int feeRank = shelves.get(shelf).feeRank();
            int rank = dearestFirst ? fees.length - 1 - feeRank : feeRank;
            for (int bit = 0; bit < ranks.length; bit++) {
                if ((rank >>> (ranks.length - 1 - bit) & 1) == 1) {
                    Row.or(ranks[bit], rows[shelf]);
                }
            }
        }
    }

    private static void clear(long[][] rows) {
        for (var row : rows) {
            Row.clear(row);
        }
    }

    boolean areOf(PriceList otherPrices, Map<Integer, NumberClass> otherOverrides) {
        return prices.equals(otherPrices) && overrides.equals(otherOverrides);
    }

    List<Shelf> all() {
        return shelves;
    }

    Shelf of(int suffix) {
        return shelves.get(shelfOfTrait[trait(suffix)]);
    }

    private int trait(int suffix) {
        return traitOf[suffix / Space.SIZE][suffix % Space.SIZE];
    }

    /// Counts the numbers of a row by shelf and by pattern, one by one.
    ///
    /// @param flip the row of which those are counted that are not in this one; a row of none to count this one
    /// @param step what each counts: 1, or -1 to take away
    void count(int block, long[] row, long[] flip, int step, int[] byShelf, int[] byKind) {
        var ofBlock = traitOf[block];
        for (int word = 0; word < Row.WORDS; word++) {
            for (long left = row[word] ^ flip[word]; left != 0; left &= left - 1) {
                int trait = ofBlock[(word << 6) + Long.numberOfTrailingZeros(left)];
                byShelf[shelfOfTrait[trait]] += step;
                for (long kinds = TraitTable.kinds(traits[trait]); kinds != 0; kinds &= kinds - 1) {
                    byKind[Long.numberOfTrailingZeros(kinds)] += step;
                }
            }
        }
    }

    /// The rank of the first fee that is not below this.
    int firstFee(long microYuan) {
        int rank = 0;
        while (rank < fees.length && fees[rank] < microYuan) {
            rank++;
        }
        return rank;
    }

    /// How many different fees there are.
    int fees() {
        return fees.length;
    }

    boolean knowsFee(long microYuan) {
        int rank = firstFee(microYuan);
        return rank < fees.length && fees[rank] == microYuan;
    }

    Slices cheapness() {
        return cheapness;
    }

    Slices dearness() {
        return dearness;
    }
}
