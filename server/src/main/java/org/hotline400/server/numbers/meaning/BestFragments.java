package org.hotline400.server.numbers.meaning;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Fragments, each run of digits once: with the reason that weighs most, of equal ones the first that came.
final class BestFragments {
    private static final Comparator<Fragment> ORDER = Comparator.comparingInt(Fragment::weight)
            .reversed()
            .thenComparingInt(fragment -> -fragment.digits().length())
            .thenComparing(Fragment::digits);

    private final Map<String, Fragment> byDigits = new HashMap<>();

    void add(Fragment fragment) {
        byDigits.merge(fragment.digits(), fragment, (one, other) -> other.weight() > one.weight() ? other : one);
    }

    /// The best first; of equal weight the longer, then the smaller.
    List<Fragment> first(int most) {
        return byDigits.values().stream().sorted(ORDER).limit(most).toList();
    }
}
