package org.hotline400.server.numbers.meaning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hotline400.server.numbers.meaning.Homophones.Sound;

/// Runs of a name that digits can say, part by part: syllables that sound like digits, words of the
/// dictionary, digits themselves. A run has two parts or more and 2 to 7 digits.
///
/// A name of polyphones has millions of ways to be said. From each character only the closest few are
/// followed, so the work is bounded by the length of the name.
final class SoundRuns {
    /// So many runs are followed at once from a character.
    static final int BEAM = 12;

    /// So many parts may begin at a character.
    static final int MOST_PARTS = 8;

    static final int MOST_DIGITS = 7;

    private static final int LEAST_CLOSENESS = 60;
    /// Of a word of the dictionary, at most.
    private static final int WORD_CLOSENESS = 90;

    /// Of a reading that does not fit the characters around it, in per cent.
    private static final int OTHER_READING = 75;

    private static final int WHOLE_NAME = 6;
    /// What a run of so many digits weighs, in per cent of its closeness.
    private static final int[] BY_LENGTH = {0, 0, 56, 68, 76, 82, 87, 90};

    private static final Comparator<Part> CLOSEST_PART = Comparator.comparingInt(Part::closeness)
            .reversed()
            .thenComparing(Part::digits)
            .thenComparingInt(Part::end);
    private static final Comparator<Run> CLOSEST =
            Comparator.comparingInt(Run::average).reversed().thenComparing(Run::digits);

    private final String text;
    private final List<List<Part>> parts = new ArrayList<>();
    private int steps;

    /// @param words of the dictionary that stand in the name
    SoundRuns(BrandName name, List<NumberWords.Place> words) {
        this.text = name.text();
        for (int i = 0; i < text.length(); i++) {
            parts.add(partsAt(i, name, words));
        }
    }

    /// @param closeness 1 to 100
    /// @param how the part sounds like its digits: `久jiu=9`, `发fa≈8`
    private record Part(int end, String digits, int closeness, String how) {
        boolean isDigit() {
            return how.equals(digits);
        }
    }

    private record Run(int start, List<Part> parts, String digits, int closeness) {
        int end() {
            return parts.isEmpty() ? start : parts.getLast().end();
        }

        Run then(Part part) {
            var longer = new ArrayList<>(parts);
            longer.add(part);
            int more = part.closeness() * part.digits().length();
            return new Run(start, longer, digits + part.digits(), closeness + more);
        }

        int average() {
            return digits.isEmpty() ? 0 : closeness / digits.length();
        }

        boolean counts() {
            return parts.size() > 1
                    && average() >= LEAST_CLOSENESS
                    && !parts.stream().allMatch(Part::isDigit);
        }
    }

    private static List<Part> partsAt(int start, BrandName name, List<NumberWords.Place> words) {
        var parts = new HashMap<List<Object>, Part>();
        char character = name.text().charAt(start);
        if (character >= '0' && character <= '9') {
            var digit = String.valueOf(character);
            keep(parts, new Part(start + 1, digit, Homophones.EXACT, digit));
        }
        addSounds(parts, start, name);
        words.stream().filter(place -> place.start() == start).forEach(place -> keep(parts, part(place)));
        return parts.values().stream().sorted(CLOSEST_PART).limit(MOST_PARTS).toList();
    }

    private static void addSounds(Map<List<Object>, Part> parts, int start, BrandName name) {
        var syllables = name.readings().get(start);
        for (var syllable : syllables) {
            int percent = syllable.equals(syllables.getFirst()) ? 100 : OTHER_READING;
            for (var sound : Homophones.of(syllable)) {
                keep(parts, part(start, name.text().charAt(start) + syllable, sound, percent));
            }
        }
    }

    private static Part part(int start, String read, Sound sound, int percent) {
        int closeness = sound.closeness() * percent / 100;
        var sign = closeness == Homophones.EXACT ? "=" : "≈";
        return new Part(start + 1, sound.digits(), closeness, read + sign + sound.digits());
    }

    private static Part part(NumberWords.Place place) {
        var word = place.word();
        return new Part(place.end(), word.digits(), closeness(word), word.word() + "=" + word.digits());
    }

    /// One digit weighs little alone, and is sure enough in a run.
    private static int closeness(NumberWord word) {
        return word.digits().length() == 1 ? WORD_CLOSENESS : Math.min(WORD_CLOSENESS, word.weight());
    }

    private static void keep(Map<List<Object>, Part> parts, Part part) {
        parts.merge(
                List.of(part.end(), part.digits()),
                part,
                (one, other) -> other.closeness() > one.closeness() ? other : one);
    }

    /// The best, each with other digits.
    List<Fragment> find() {
        var best = new HashMap<String, Run>();
        for (int start = 0; start < text.length(); start++) {
            follow(start, best);
        }
        return best.values().stream()
                .sorted(Comparator.comparingInt(this::weight).reversed().thenComparing(Run::digits))
                .limit(Wordplay.MOST)
                .map(this::fragment)
                .toList();
    }

    private void follow(int start, Map<String, Run> best) {
        var beam = List.of(new Run(start, List.of(), "", 0));
        while (!beam.isEmpty()) {
            beam = longer(beam);
            for (var run : beam) {
                if (run.counts()) {
                    best.merge(run.digits(), run, (one, other) -> weight(other) > weight(one) ? other : one);
                }
            }
        }
    }

    private List<Run> longer(List<Run> beam) {
        var next = new ArrayList<Run>();
        for (var run : beam) {
            for (var part : run.end() < text.length() ? parts.get(run.end()) : List.<Part>of()) {
                steps++;
                if (run.digits().length() + part.digits().length() <= MOST_DIGITS) {
                    next.add(run.then(part));
                }
            }
        }
        return next.stream().sorted(CLOSEST).limit(BEAM).toList();
    }

    /// How many times a run was made longer, for tests.
    int steps() {
        return steps;
    }

    private int weight(Run run) {
        int whole = run.start() == 0 && run.end() == text.length() ? WHOLE_NAME : 0;
        return Math.min(100, run.average() * BY_LENGTH[run.digits().length()] / 100 + whole);
    }

    private Fragment fragment(Run run) {
        var said = text.substring(run.start(), run.end());
        var how = run.parts().stream().map(Part::how).toList();
        return new Fragment(
                run.digits(),
                weight(run),
                "“" + said + "”谐音" + run.digits() + "（" + String.join("、", how) + "）",
                said + " sounds like " + run.digits() + " (" + String.join(", ", how) + ")");
    }
}
