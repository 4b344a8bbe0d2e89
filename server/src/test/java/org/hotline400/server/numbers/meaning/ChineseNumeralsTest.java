package org.hotline400.server.numbers.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseNumeralsTest {

    @ParameterizedTest
    @CsvSource({
        "三六零, 360",
        "三六〇, 360",
        "一二三, 123",
        "零零七, 007",
        "叁陆伍, 365",
        "十, 10",
        "十八, 18",
        "二十一, 21",
        "百, 100",
        "一百, 100",
        "一百零八, 108",
        "三百六十五, 365",
        "五百一十八, 518",
        "千零一, 1001",
        "两千零二十六, 2026",
        "壹佰贰拾, 120",
        "万, 10000",
        "十万, 100000",
        "一万零一百, 10100",
        "二十三万四千五百六十七, 234567"
    })
    void numerals_are_digits(String numerals, String digits) {
        assertThat(ChineseNumerals.digits(numerals)).contains(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"一", "零", "百百", "十百", "三五百", "一百五", "一万五", "万万", "一千万十万", "一千万"})
    void what_is_one_digit_malformed_ambiguous_or_too_large_is_none(String numerals) {
        assertThat(ChineseNumerals.digits(numerals)).isEmpty();
    }
}
