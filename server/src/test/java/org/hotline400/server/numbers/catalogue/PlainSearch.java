package org.hotline400.server.numbers.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hotline400.server.numbers.grading.CompactGrade;
import org.hotline400.server.numbers.grading.Grading;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.grading.PatternKind;
import org.hotline400.server.numbers.meaning.Fragment;
import org.hotline400.server.numbers.prices.NumberPrice;
import org.hotline400.server.numbers.stock.NumberCarrier;
import org.roaringbitmap.RoaringBitmap;

/// Answers queries by looking at one number after the other, as one who knows no index would.
final class PlainSearch {
    private static final List<NumberClass> CLASSES = List.of(NumberClass.values());
    private static final List<PatternKind> KINDS = List.of(PatternKind.values());

    private final Market market;
    private final int[] numbers;
    private final long[] grades;
    private final byte[] classOf;
    private final byte[] levelOf;
    /// Four bits each.
    private final int[] digits;

    PlainSearch(Market market) {
        this.market = market;
        numbers = market.available().toArray();
        grades = IntStream.of(numbers).parallel().mapToLong(Grading::compact).toArray();
        digits = IntStream.of(numbers).parallel().map(PlainSearch::digits).toArray();
        classOf = new byte[numbers.length];
        levelOf = new byte[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            classOf[i] = (byte) CompactGrade.classOrdinal(grades[i]);
        }
        market.overrides().forEach((suffix, numberClass) -> {
            int at = Arrays.binarySearch(numbers, suffix);
            if (at >= 0) {
                classOf[at] = (byte) CLASSES.indexOf(numberClass);
            }
        });
        for (int i = 0; i < numbers.length; i++) {
            levelOf[i] = (byte) market.prices().level(classOf[i], CompactGrade.kinds(grades[i]));
        }
    }

    private static int digits(int suffix) {
        return Integer.parseInt(Integer.toString(suffix), 16);
    }

    /// The places, in [#numbers], of all that match, in the query's order.
    int[] find(NumberQuery query) {
        var asked = new Asked(query);
        return IntStream.range(0, numbers.length)
                .parallel()
                .filter(asked::matches)
                .mapToLong(at -> asked.rank(at) << 24 | at)
                .sorted()
                .mapToInt(key -> (int) (key & 0xff_ffff))
                .toArray();
    }

    int suffix(int at) {
        return numbers[at];
    }

    Facets facets(int[] found) {
        var byClass = new int[CLASSES.size()];
        var byLevel = new int[market.prices().levels().size()];
        var byKind = new int[Long.SIZE];
        var set = new RoaringBitmap();
        for (int at : found) {
            byClass[classOf[at]]++;
            byLevel[levelOf[at]]++;
            for (long kinds = CompactGrade.kinds(grades[at]); kinds != 0; kinds &= kinds - 1) {
                byKind[Long.numberOfTrailingZeros(kinds)]++;
            }
        }
        var sorted = IntStream.of(found).sorted().map(at -> numbers[at]).toArray();
        set.add(sorted);
        return new Facets(
                counts(CLASSES, byClass, new EnumMap<>(NumberClass.class)),
                counts(market.carriers(), set, new HashMap<NumberCarrier, Integer>()),
                counts(KINDS, byKind, new EnumMap<>(PatternKind.class)),
                counts(market.prices().levels(), byLevel, new HashMap<NumberPrice, Integer>()),
                counts(market.promotions(), set, new HashMap<UUID, Integer>()));
    }

    private static <T> Map<T, Integer> counts(List<T> labels, int[] counts, Map<T, Integer> into) {
        for (int i = 0; i < labels.size(); i++) {
            if (counts[i] > 0) {
                into.put(labels.get(i), counts[i]);
            }
        }
        return into;
    }

    private static <T> Map<T, Integer> counts(Map<T, RoaringBitmap> sets, RoaringBitmap found, Map<T, Integer> into) {
        sets.forEach((label, set) -> {
            int count = RoaringBitmap.andCardinality(set, found);
            if (count > 0) {
                into.put(label, count);
            }
        });
        return into;
    }

    /// A query, made ready to be asked of ten million numbers.
    private final class Asked {
        private final NumberQuery query;
        private final long kinds;
        private final boolean[] classes = new boolean[CLASSES.size()];
        private final boolean[] levels;
        private final List<Run> demanded = new ArrayList<>();
        private final List<Run> forbidden;
        private final Run[] fragments;
        private final int[] weights;
        private final long[] fees;

        private Asked(NumberQuery query) {
            this.query = query;
            kinds = query.patterns().stream()
                    .mapToLong(kind -> 1L << KINDS.indexOf(kind))
                    .reduce(0, (one, other) -> one | other);
            for (int i = 0; i < classes.length; i++) {
                classes[i] = query.classes().isEmpty() || query.classes().contains(CLASSES.get(i));
            }
            fees = market.prices().levels().stream()
                    .mapToLong(price -> price.setUpFee().microYuan())
                    .toArray();
            levels = new boolean[fees.length];
            for (int level = 0; level < fees.length; level++) {
                levels[level] = costsAsMuch(fees[level]);
            }
            var digits = query.digits();
            digits.mask().ifPresent(mask -> demanded.add(new Run(mask, 0, 0)));
            demanded.add(new Run(digits.head(), 0, 0));
            demanded.add(new Run(
                    digits.tail(), 7 - digits.tail().length(), 7 - digits.tail().length()));
            digits.contains().forEach(run -> demanded.add(Run.anywhere(run)));
            forbidden = digits.without().stream()
                    .map(digit -> Run.anywhere(digit.toString()))
                    .toList();
            fragments = query.meaning().stream()
                    .map(fragment -> Run.anywhere(fragment.digits()))
                    .toArray(Run[]::new);
            weights = query.meaning().stream().mapToInt(Fragment::weight).toArray();
        }

        private boolean costsAsMuch(long fee) {
            return query.fee().from().map(from -> fee >= from.microYuan()).orElse(true)
                    && query.fee().to().map(to -> fee <= to.microYuan()).orElse(true);
        }

        private boolean matches(int at) {
            return (CompactGrade.kinds(grades[at]) & kinds) == kinds
                    && classes[classOf[at]]
                    && levels[levelOf[at]]
                    && hasDigits(digits[at])
                    && (fragments.length == 0 || weight(digits[at]) > 0)
                    && belongs(numbers[at]);
        }

        private boolean hasDigits(int digits) {
            for (var run : demanded) {
                if (!run.isIn(digits)) {
                    return false;
                }
            }
            for (var run : forbidden) {
                if (run.isIn(digits)) {
                    return false;
                }
            }
            return true;
        }

        private boolean belongs(int suffix) {
            return (query.carriers().isEmpty()
                            || query.carriers().stream()
                                    .anyMatch(one -> market.carriers().get(one).contains(suffix)))
                    && query.promotion()
                            .map(id -> market.promotions().get(id).contains(suffix))
                            .orElse(true);
        }

        private int weight(int digits) {
            int weight = 0;
            for (int i = 0; i < fragments.length; i++) {
                if (weights[i] > weight && fragments[i].isIn(digits)) {
                    weight = weights[i];
                }
            }
            return weight;
        }

        private long rank(int at) {
            return switch (query.order()) {
                case MEMORABILITY -> (100 - weight(digits[at])) * 1000L + 100 - CompactGrade.memorability(grades[at]);
                case PRICE -> cheaper(fees[levelOf[at]]);
                case PRICE_DOWN -> fees.length - cheaper(fees[levelOf[at]]);
                case NUMBER -> 0;
            };
        }

        private long cheaper(long fee) {
            return Arrays.stream(fees).filter(one -> one < fee).count();
        }
    }

    /// Digits at one of some places, each digit four bits.
    private static final class Run {
        private final int[] masks;
        private final int[] values;

        private Run(String run, int first, int last) {
            masks = new int[last - first + 1];
            values = new int[masks.length];
            for (int start = first; start <= last; start++) {
                for (int i = 0; i < run.length(); i++) {
                    if (run.charAt(i) != '?') {
                        int shift = 4 * (6 - start - i);
                        masks[start - first] |= 0xf << shift;
                        values[start - first] |= (run.charAt(i) - '0') << shift;
                    }
                }
            }
        }

        private static Run anywhere(String run) {
            return new Run(run, 0, 7 - run.length());
        }

        private boolean isIn(int digits) {
            for (int i = 0; i < masks.length; i++) {
                if ((digits & masks[i]) == values[i]) {
                    return true;
                }
            }
            return false;
        }
    }
}
