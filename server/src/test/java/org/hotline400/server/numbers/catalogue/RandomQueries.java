package org.hotline400.server.numbers.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.grading.PatternKind;
import org.hotline400.server.numbers.meaning.Fragment;
import org.hotline400.server.numbers.stock.NumberCarrier;

/// Queries of every kind and combination, the same for the same seed.
final class RandomQueries {
    private final Random random;

    RandomQueries(long seed) {
        random = new Random(seed);
    }

    NumberQuery next() {
        return new NumberQuery(
                digits(),
                sometimes(4) ? Set.of(any(PatternKind.values())) : Set.of(),
                sometimes(4) ? two(NumberClass.values()) : Set.of(),
                fee(),
                sometimes(4) ? two(NumberCarrier.values()) : Set.of(),
                promotion(),
                sometimes(4) ? fragments() : List.of(),
                any(Order.values()),
                Optional.empty(),
                1 + random.nextInt(50));
    }

    private boolean sometimes(int oneOf) {
        return random.nextInt(oneOf) == 0;
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    /// Or one.
    private <T> Set<T> two(T[] values) {
        var two = new HashSet<T>();
        two.add(any(values));
        two.add(any(values));
        return two;
    }

    private DigitFilter digits() {
        var without = new HashSet<Integer>();
        if (sometimes(3)) {
            without.add(4);
        }
        if (sometimes(8)) {
            without.add(random.nextInt(10));
        }
        return switch (random.nextInt(6)) {
            case 0 -> new DigitFilter(Optional.of(holes(run(7), 5)), List.of(), "", "", without);
            case 1 -> new DigitFilter(Optional.empty(), List.of(), "", run(1 + random.nextInt(4)), without);
            case 2 -> new DigitFilter(Optional.empty(), List.of(), run(1 + random.nextInt(3)), run(1), without);
            case 3 -> new DigitFilter(Optional.empty(), runs(), "", "", without);
            case 4 -> new DigitFilter(Optional.of("8??????"), runs(), "", run(1), without);
            default -> DigitFilter.NONE.without(without);
        };
    }

    private List<String> runs() {
        var runs = new ArrayList<String>();
        runs.add(run(1 + random.nextInt(5)));
        if (sometimes(2)) {
            runs.add(run(1 + random.nextInt(2)));
        }
        if (sometimes(3)) {
            runs.add(holes(run(3), 1));
        }
        return runs;
    }

    private String run(int length) {
        var run = new StringBuilder();
        for (int i = 0; i < length; i++) {
            run.append(random.nextInt(10));
        }
        return run.toString();
    }

    private String holes(String text, int most) {
        var holes = new StringBuilder(text);
        for (int i = 0; i < most; i++) {
            holes.setCharAt(random.nextInt(text.length()), '?');
        }
        return holes.toString();
    }

    private FeeRange fee() {
        return switch (random.nextInt(8)) {
            case 0 -> new FeeRange(Optional.of(yuan(500)), Optional.empty());
            case 1 -> new FeeRange(Optional.empty(), Optional.of(yuan(500 + random.nextInt(5_000))));
            case 2 -> new FeeRange(Optional.of(yuan(random.nextInt(500))), Optional.of(yuan(5_000)));
            default -> FeeRange.ANY;
        };
    }

    private static Money yuan(long yuan) {
        return Money.ofYuan(yuan);
    }

    private Optional<UUID> promotion() {
        return switch (random.nextInt(10)) {
            case 0 -> Optional.of(Catalogues.AUTUMN);
            case 1 -> Optional.of(Catalogues.CLEARANCE);
            default -> Optional.empty();
        };
    }

    private List<Fragment> fragments() {
        var fragments = new ArrayList<Fragment>();
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            fragments.add(new Fragment(run(1 + random.nextInt(5)), 1 + random.nextInt(100), "谐音", "sounds so"));
        }
        return fragments;
    }
}
