package org.hotline400.server.numbers.meaning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The dictionary of number words. Immutable.
public final class NumberWords {
    private final List<NumberWord> all;
    private final Map<Character, List<NumberWord>> byFirst = new HashMap<>();
    private final Map<String, NumberWord> byDigits = new HashMap<>();

    private NumberWords(Collection<NumberWord> words) {
        this.all = List.copyOf(words);
        for (var word : all) {
            byFirst.computeIfAbsent(word.word().charAt(0), _ -> new ArrayList<>())
                    .add(word);
            byDigits.merge(word.digits(), word, (one, other) -> other.weight() > one.weight() ? other : one);
        }
    }

    private static final class Own {
        private static final NumberWords WORDS =
                of(DataFile.rows("words.csv", 6).stream().map(NumberWord::of).toList());
    }

    /// A word at its place in a text.
    ///
    /// @param start in UTF-16 units
    record Place(int start, NumberWord word) {
        int end() {
            return start + word.word().length();
        }
    }

    /// The dictionary in the jar.
    public static NumberWords own() {
        return Own.WORDS;
    }

    /// @throws IllegalArgumentException when two entries have the same word and digits
    public static NumberWords of(Collection<NumberWord> words) {
        var sorted = sorted(words);
        if (sorted.size() < words.size()) {
            throw new IllegalArgumentException("a dictionary has the same digits for a word once");
        }
        return new NumberWords(sorted.values());
    }

    private static SortedMap<List<String>, NumberWord> sorted(Collection<NumberWord> words) {
        var sorted = new TreeMap<List<String>, NumberWord>(
                Comparator.<List<String>, String>comparing(List::getFirst).thenComparing(List::getLast));
        words.forEach(word -> sorted.put(key(word), word));
        return sorted;
    }

    private static List<String> key(NumberWord word) {
        return List.of(word.word(), word.digits());
    }

    /// This dictionary with what the operator says of it.
    public NumberWords with(Collection<WordChange> changes) {
        var words = sorted(all);
        for (var change : changes) {
            if (change.removed()) {
                words.remove(key(change.word()));
            } else {
                words.put(key(change.word()), change.word());
            }
        }
        return new NumberWords(words.values());
    }

    /// By word, then by digits.
    public List<NumberWord> all() {
        return all;
    }

    public Optional<NumberWord> find(String word, String digits) {
        return word.isEmpty()
                ? Optional.empty()
                : byFirst.getOrDefault(word.charAt(0), List.of()).stream()
                        .filter(one -> one.word().equals(word) && one.digits().equals(digits))
                        .findFirst();
    }

    /// The word that these digits say best.
    Optional<NumberWord> saidBy(String digits) {
        return Optional.ofNullable(byDigits.get(digits));
    }

    /// Every word that stands in the text, wherever it does, in its order.
    List<Place> in(String text) {
        var places = new ArrayList<Place>();
        for (int i = 0; i < text.length(); i++) {
            for (var word : byFirst.getOrDefault(text.charAt(i), List.of())) {
                if (text.startsWith(word.word(), i)) {
                    places.add(new Place(i, word));
                }
            }
        }
        return places;
    }

    /// What a trade likes, by word.
    List<NumberWord> of(Trade trade) {
        return all.stream().filter(word -> word.isFor(trade)).toList();
    }
}
