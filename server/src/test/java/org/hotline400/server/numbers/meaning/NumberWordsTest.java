package org.hotline400.server.numbers.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The data files, and how the operator changes the dictionary.
class NumberWordsTest {
    /// Digits that offend, mourn or remind of what is not named.
    private static final Set<String> NEVER =
            Set.of("4", "14", "38", "44", "64", "69", "74", "89", "94", "250", "444", "514", "748", "8964");

    static List<NumberWord> words() {
        return NumberWords.own().all();
    }

    @ParameterizedTest
    @MethodSource("words")
    void an_entry_of_the_jar_says_why_in_both_languages_and_hurts_nobody(NumberWord word) {
        assertThat(word.word()).isEqualTo(NumberWord.written(word.word()));
        assertThat(word.why()).contains(word.word(), word.digits());
        assertThat(word.whyEnglish()).contains(word.digits()).matches(".*[a-z]{2}.*");
        assertThat(NEVER).doesNotContain(word.digits());
    }

    @Test
    void the_dictionary_of_the_jar_is_large_and_sorted() {
        assertThat(words()).hasSizeGreaterThanOrEqualTo(150).isSortedAccordingTo(NumberWord.ORDER);
        assertThat(words()).extracting(NumberWord::digits).allMatch(digits -> digits.length() <= 7);
    }

    @Test
    void every_trade_has_habits_and_a_name_in_both_languages() {
        assertThat(Trade.all()).hasSizeGreaterThanOrEqualTo(12).doesNotHaveDuplicates();
        assertThat(Trade.all())
                .allSatisfy(trade -> assertThat(NumberWords.own().of(trade))
                        .filteredOn(word -> word.digits().length() > 1)
                        .hasSizeGreaterThanOrEqualTo(3));
        assertThat(Trade.of("logistics").chinese()).isEqualTo("物流快递");
        assertThatThrownBy(() -> Trade.of("smuggling"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("logistics")
                .hasMessageContaining("smuggling");
    }

    @Test
    void every_digit_has_its_own_sound_and_no_syllable_a_digit_twice() {
        var rows = DataFile.rows("homophones.csv", 3);
        var pairs = new HashSet<List<String>>();
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.getFirst()).matches("[a-z]+");
            assertThat(Homophones.of(row.getFirst())).isNotEmpty();
            assertThat(pairs.add(row.subList(0, 2))).isTrue();
        });
        assertThat(rows.stream().filter(row -> row.getLast().equals("100")).map(row -> row.get(1)))
                .containsAll(IntStream.range(0, 10).mapToObj(String::valueOf).toList());
    }

    @Test
    void a_file_with_a_broken_line_is_not_read() {
        assertThatThrownBy(() -> DataFile.rows("trades.csv", 4))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("trades.csv has 4 columns");
    }

    @Test
    void the_operator_adds_changes_and_leaves_out() {
        var added = word("云杉", "739", 70);
        var changed = word("久久", "99", 11);
        var removed = NumberWords.own().find("物流", "56").orElseThrow();

        var words = NumberWords.own()
                .with(List.of(
                        new WordChange(added, false), new WordChange(changed, false), new WordChange(removed, true)));

        assertThat(words.find("云杉", "739")).contains(added);
        assertThat(words.find("久久", "99")).contains(changed);
        assertThat(words.find("物流", "56")).isEmpty();
        assertThat(words.all()).hasSameSizeAs(NumberWords.own().all()).isSortedAccordingTo(NumberWord.ORDER);
        assertThat(NumberWords.own().find("物流", "56")).contains(removed);
    }

    private static NumberWord word(String word, String digits, int weight) {
        return new NumberWord(word, digits, weight, "内部暗号", "a word of ours", List.of());
    }

    @Test
    void the_same_digits_stand_for_a_word_once() {
        var twice = List.of(word("云杉", "739", 70), word("云杉", "739", 71));
        assertThatThrownBy(() -> NumberWords.of(twice)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_entry_that_cannot_be_is_refused() {
        assertThatThrownBy(() -> word("", "1", 1)).hasMessageContaining("1 to 12 letters");
        assertThatThrownBy(() -> word("云 杉", "1", 1)).hasMessageContaining("1 to 12 letters");
        assertThatThrownBy(() -> word("长".repeat(13), "1", 1)).hasMessageContaining("1 to 12 letters");
        assertThatThrownBy(() -> word("云杉", "12345678", 1)).hasMessageContaining("1 to 7 digits");
        assertThatThrownBy(() -> word("云杉", "１２", 1)).hasMessageContaining("1 to 7 digits");
        assertThatThrownBy(() -> word("云杉", "12", 101)).hasMessageContaining("1 to 100");
        assertThatThrownBy(() -> new NumberWord("云杉", "12", 1, " ", "why", List.of()))
                .hasMessageContaining("1 to 100 characters");
        assertThatThrownBy(() -> new NumberWord("云杉", "12", 1, "为何", "two\nlines", List.of()))
                .hasMessageContaining("in one line");
    }
}
