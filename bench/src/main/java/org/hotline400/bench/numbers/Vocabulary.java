package org.hotline400.bench.numbers;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotline400.bench.BenchFailedException;

/// What words of the mix are in the table: whoever keeps numbers in a table keeps these beside it.
///
/// @param patterns codes, such as `aabbcc`; in the table each is its place here
/// @param sayings by the search that asks for a meaning, the digits that say it; none: nothing says it
record Vocabulary(List<String> patterns, Map<String, List<Saying>> sayings) {
    private static final Set<String> MEANING = Set.of("meaning", "trade");

    Vocabulary {
        patterns = List.copyOf(patterns);
        sayings = Map.copyOf(sayings);
    }

    int number(String pattern) {
        int place = patterns.indexOf(pattern);
        if (place < 0) {
            throw new BenchFailedException("the mix asks for a pattern that no number was graded by: " + pattern);
        }
        return place;
    }

    static boolean asksMeaning(String query) {
        return SearchQuery.parse(query).names().stream().anyMatch(MEANING::contains);
    }
}
