package org.hotline400.server.numbers.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What digits say, and which digits say a name: the dictionary and the sounds of Chinese, without database
/// or Spring. Immutable; the same name, trade and dictionary give the same fragments.
public final class Wordplay {
    /// Fragments for a name.
    public static final int MOST = 40;

    private static final int WHOLE_NAME = 5;
    private static final int OWN_TRADE = 8;
    /// What a habit of a trade weighs, in per cent of its word.
    private static final int HABIT = 60;

    private final NumberWords words;
    private final Readings readings;

    public Wordplay(NumberWords words, Readings readings) {
        this.words = words;
        this.readings = readings;
    }

    /// With the dictionary in the jar.
    public static Wordplay own() {
        return new Wordplay(NumberWords.own(), Readings.library());
    }

    /// The dictionary it speaks with.
    public NumberWords words() {
        return words;
    }

    /// The digits that say a name, best first, each run once and none without a reason: words of the
    /// dictionary in it, numbers in it, runs of syllables that sound like digits, the letters of a
    /// telephone's keypad, the habits of the trade. One digit alone only where the dictionary says so.
    ///
    /// @param name in any script
    /// @return at most [#MOST]; empty when no digits say it
    /// @throws IllegalArgumentException when the name has not 1 to 40 characters
    public List<Fragment> of(String name, Optional<Trade> trade) {
        var brand = BrandName.of(name, readings);
        var places = words.in(brand.text());
        var best = new BestFragments();
        places.forEach(place -> best.add(inName(place.word(), brand, trade)));
        WrittenNumbers.in(brand.text()).forEach(best::add);
        new SoundRuns(brand, places).find().forEach(best::add);
        KeypadLetters.in(brand).forEach(best::add);
        trade.ifPresent(one -> addHabits(best, one));
        return best.first(MOST);
    }

    private static Fragment inName(NumberWord word, BrandName name, Optional<Trade> trade) {
        int whole = word.word().equals(name.text()) ? WHOLE_NAME : 0;
        int own = trade.filter(word::isFor).isPresent() ? OWN_TRADE : 0;
        return new Fragment(word.digits(), Math.min(100, word.weight() + whole + own), word.why(), word.whyEnglish());
    }

    private void addHabits(BestFragments best, Trade trade) {
        for (var word : words.of(trade)) {
            if (word.digits().length() > 1) {
                best.add(new Fragment(
                        word.digits(),
                        Math.max(1, word.weight() * HABIT / 100),
                        trade.chinese() + "行业常用：" + word.why(),
                        "Liked in " + trade.english() + ": " + word.whyEnglish()));
            }
        }
    }

    /// What the digits of a number say, best first: every run that is a word of the dictionary and not part
    /// of a longer one. Single digits speak only where nothing else does.
    ///
    /// @param sevenDigits those behind 400
    /// @return perhaps none
    public List<Fragment> saidBy(String sevenDigits) {
        if (!sevenDigits.matches("[0-9]{7}")) {
            throw new IllegalArgumentException("seven digits stand behind 400; was \"" + sevenDigits + "\"");
        }
        var best = new BestFragments();
        var told = new ArrayList<Span>();
        for (int length = sevenDigits.length(); length > 0 && (length > 1 || told.isEmpty()); length--) {
            for (int start = 0; start + length <= sevenDigits.length(); start++) {
                tell(sevenDigits, new Span(start, start + length), told, best);
            }
        }
        return best.first(MOST);
    }

    private record Span(int start, int end) {
        boolean holds(Span other) {
            return start <= other.start && other.end <= end;
        }
    }

    private void tell(String digits, Span span, List<Span> told, BestFragments best) {
        if (told.stream().noneMatch(longer -> longer.holds(span))) {
            words.saidBy(digits.substring(span.start(), span.end())).ifPresent(word -> {
                told.add(span);
                best.add(word.fragment());
            });
        }
    }
}
