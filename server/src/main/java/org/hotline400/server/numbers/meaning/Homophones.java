package org.hotline400.server.numbers.meaning;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Which syllables sound like which digits.
final class Homophones {
    /// This syllable is the digit's own name.
    static final int EXACT = 100;

    private static final class Own {
        private static final Map<String, List<Sound>> SOUNDS = DataFile.rows("homophones.csv", 3).stream()
                .collect(Collectors.groupingBy(
                        List::getFirst,
                        Collectors.mapping(
                                row -> new Sound(row.get(1), Integer.parseInt(row.get(2))), Collectors.toList())));
    }

    private Homophones() {}

    /// @param digits one or two
    /// @param closeness 1 to 100
    record Sound(String digits, int closeness) {
        Sound {
            if (!digits.matches("[0-9]{1,2}") || closeness < 1 || closeness > EXACT) {
                throw new IllegalArgumentException("a sound has 1 or 2 digits; was " + digits + ", " + closeness);
            }
        }
    }

    static List<Sound> of(String syllable) {
        return Own.SOUNDS.getOrDefault(syllable, List.of());
    }
}
