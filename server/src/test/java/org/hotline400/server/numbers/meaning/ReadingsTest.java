package org.hotline400.server.numbers.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The pinyin library, as far as we lean on it.
class ReadingsTest {
    private final Readings readings = Readings.library();

    private String firstOf(String text) {
        return readings.of(text).stream()
                .map(all -> all.isEmpty() ? "-" : all.getFirst())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "银行, yin hang",
        "行走, xing zou",
        "重庆, chong qing",
        "重要, zhong yao",
        "长沙, chang sha",
        "校长, xiao zhang",
        "音乐, yin yue",
        "快乐, kuai le",
        "理发, li fa",
        "绿, lv",
        "一路发, yi lu fa"
    })
    void the_word_around_a_character_tells_how_it_is_read(String word, String syllables) {
        assertThat(firstOf(word)).isEqualTo(syllables);
    }

    @Test
    void the_other_readings_of_a_character_follow() {
        assertThat(readings.of("银行").getLast()).startsWith("hang").contains("xing");
        assertThat(readings.of("单").getFirst()).startsWith("dan").contains("shan");
        assertThat(readings.of("久")).containsExactly(List.of("jiu"));
    }

    @ParameterizedTest
    @CsvSource({"發財, 发财", "長沙, 长沙", "重慶銀行, 重庆银行", "愛我, 爱我", "久久, 久久", "Hotline 400, Hotline 400"})
    void traditional_characters_become_simplified_ones(String traditional, String simplified) {
        assertThat(readings.simplified(traditional)).isEqualTo(simplified);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "ر久مرحبا", "😀久😀", "\uD840久", "𠀀𠮷𪚥久", "裴諴久", "\u0000久\u202E", "龘靐齉久"})
    void there_is_an_answer_for_every_char_of_any_text(String text) {
        assertThat(readings.of(text)).hasSameSizeAs(text.toCharArray());
        assertThat(readings.simplified(text)).hasSameSizeAs(text);
        assertThat(readings.of(text).stream().flatMap(List::stream)).allMatch(one -> one.matches("[a-z]+"));
    }
}
