package org.hotline400.server.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What a caller hears is read back from the texts of the prompts that are played.
class SpeechTest {
    private static final List<Text> TEXTS = texts();
    private static final Map<String, String> CHINESE = words("zh-CN");
    private static final Map<String, String> ENGLISH = words("en-US");

    private record Text(String name, String language, String text) {}

    private static List<Text> texts() {
        InputStream in = Objects.requireNonNull(SpeechTest.class.getResourceAsStream("/prompts/texts.json"));
        return JsonMapper.shared().readValue(in, new TypeReference<>() {});
    }

    private static Map<String, String> words(String language) {
        return TEXTS.stream()
                .filter(text -> text.language().equals(language))
                .collect(Collectors.toMap(Text::name, Text::text));
    }

    private static String chinese(String kind, String value) {
        return spoken(kind, value, Language.ZH, CHINESE, "");
    }

    private static String english(String kind, String value) {
        return spoken(kind, value, Language.EN, ENGLISH, " ");
    }

    private static String spoken(
            String kind, String value, Language language, Map<String, String> words, String between) {
        Function<PromptName, String> word = name ->
                Objects.requireNonNull(words.get(name.value()), () -> name + " has no text in " + language.tag());
        return Speech.of(SpokenValue.parse(kind, value), language).stream()
                .map(word)
                .collect(Collectors.joining(between));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 零",
        "1, 一",
        "2, 二",
        "10, 十",
        "12, 十二",
        "15, 十五",
        "20, 二十",
        "22, 二十二",
        "100, 一百",
        "102, 一百零二",
        "105, 一百零五",
        "110, 一百一十",
        "115, 一百一十五",
        "200, 二百",
        "222, 二百二十二",
        "1000, 一千",
        "1001, 一千零一",
        "1010, 一千零一十",
        "1100, 一千一百",
        "2000, 两千",
        "2002, 两千零二",
        "2222, 两千二百二十二",
        "10000, 一万",
        "10001, 一万零一",
        "10300, 一万零三百",
        "12000, 一万二千",
        "15000, 一万五千",
        "20000, 两万",
        "22000, 两万二千",
        "100000, 十万",
        "100300, 十万零三百",
        "105000, 十万五千",
        "150000, 十五万",
        "200000, 二十万",
        "1000000, 一百万",
        "1050607, 一百零五万零六百零七",
        "2000000, 二百万",
        "10003000, 一千万三千",
        "10010000, 一千零一万",
        "10100000, 一千零一十万",
        "20000000, 两千万",
        "20020002, 两千零二万零二",
        "100000000, 一亿",
        "100000001, 一亿零一",
        "100003000, 一亿零三千",
        "100020000, 一亿零二万",
        "100100000, 一亿零一十万",
        "110000300, 一亿一千万零三百",
        "200000000, 两亿",
        "222222222, 两亿二千二百二十二万二千二百二十二",
        "999999999.99, 九亿九千九百九十九万九千九百九十九点九九",
        "3.14, 三点一四",
        "0.05, 零点零五",
        "12.50, 十二点五",
        "1E+3, 一千",
        "-8, 负八",
        "-0.5, 负零点五"
    })
    void numbersInChinese(String number, String heard) {
        assertThat(chinese("number", number)).isEqualTo(heard);
    }

    @ParameterizedTest
    @CsvSource({
        "0, zero",
        "7, seven",
        "11, eleven",
        "20, twenty",
        "42, forty two",
        "100, one hundred",
        "105, one hundred and five",
        "119, one hundred and nineteen",
        "999, nine hundred and ninety nine",
        "1000, one thousand",
        "1005, one thousand and five",
        "1100, one thousand one hundred",
        "11000, eleven thousand",
        "11342, eleven thousand three hundred and forty two",
        "100001, one hundred thousand and one",
        "1000000, one million",
        "1000042, one million and forty two",
        "2000300, two million three hundred",
        "999999999.99, nine hundred and ninety nine million nine hundred and ninety nine thousand nine hundred and ninety nine point nine nine",
        "3.14, three point one four",
        "-0.05, minus zero point zero five"
    })
    void numbersInEnglish(String number, String heard) {
        assertThat(english("number", number)).isEqualTo(heard);
    }

    @Test
    void telephoneNumbersHaveTheirOwnOne() {
        assertThat(chinese("digits", "4001020")).isEqualTo("四零零幺零二零");
        assertThat(english("digits", "4001020")).isEqualTo("four zero zero one zero two zero");
    }

    @ParameterizedTest
    @CsvSource({
        "00:00, 凌晨零点整, twelve a m",
        "02:02, 凌晨两点零二分, two oh two a m",
        "09:00, 上午九点整, nine a m",
        "09:05, 上午九点零五分, nine oh five a m",
        "11:10, 上午十一点十分, eleven ten a m",
        "12:30, 中午十二点三十分, twelve thirty p m",
        "14:00, 下午两点整, two p m",
        "17:59:59, 下午五点五十九分, five fifty nine p m",
        "18:00, 晚上六点整, six p m",
        "23:45, 晚上十一点四十五分, eleven forty five p m"
    })
    void timesOfDay(String time, String chinese, String english) {
        assertThat(chinese("time", time)).isEqualTo(chinese);
        assertThat(english("time", time)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26, 二零二六年十一月二十六日, November twenty six twenty twenty six",
        "2026-01-01, 二零二六年一月一日, January one twenty twenty six",
        "2005-02-10, 二零零五年二月十日, February ten two thousand and five",
        "2000-10-02, 二零零零年十月二日, October two two thousand",
        "1999-12-31, 一九九九年十二月三十一日, December thirty one nineteen ninety nine",
        "1905-07-20, 一九零五年七月二十日, July twenty nineteen oh five",
        "1900-03-12, 一九零零年三月十二日, March twelve nineteen hundred",
        "2100-05-05, 二一零零年五月五日, May five twenty one hundred"
    })
    void dates(String date, String chinese, String english) {
        assertThat(chinese("date", date)).isEqualTo(chinese);
        assertThat(english("date", date)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 零秒, zero seconds",
        "1, 一秒, one second",
        "2, 两秒, two seconds",
        "60, 一分钟, one minute",
        "150, 两分钟三十秒, two minutes thirty seconds",
        "3600, 一小时, one hour",
        "3605, 一小时零五秒, one hour five seconds",
        "3660, 一小时一分钟, one hour one minute",
        "7325, 两小时两分钟五秒, two hours two minutes five seconds",
        "360000, 一百小时, one hundred hours"
    })
    void lengthsOfTime(String seconds, String chinese, String english) {
        assertThat(chinese("duration", seconds)).isEqualTo(chinese);
        assertThat(english("duration", seconds)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 零元, zero yuan",
        "2, 两元, two yuan",
        "12.50, 十二元五角, twelve yuan and fifty fen",
        "2.22, 两元两角两分, two yuan and twenty two fen",
        "0.05, 五分, five fen",
        "0.20, 两角, twenty fen",
        "100.05, 一百元零五分, one hundred yuan and five fen",
        "22, 二十二元, twenty two yuan",
        "0.004999, 零元, zero yuan",
        "0.005, 一分, one fen",
        "19.995, 二十元, twenty yuan",
        "-3.10, 负三元一角, minus three yuan and ten fen",
        "-0.001, 零元, zero yuan",
        "10300.01, 一万零三百元零一分, ten thousand three hundred yuan and one fen",
        "999999999.99, 九亿九千九百九十九万九千九百九十九元九角九分, nine hundred and ninety nine million nine hundred and ninety nine thousand nine hundred and ninety nine yuan and ninety nine fen"
    })
    void amountsOfMoney(String yuan, String chinese, String english) {
        assertThat(chinese("amount", yuan)).isEqualTo(chinese);
        assertThat(english("amount", yuan)).isEqualTo(english);
    }

    @Test
    void noChineseNumberHasTwoZerosTogetherOrOneAtTheEndAndNoTwoSoundTheSame() {
        Random random = new Random(400);
        Map<String, Long> heard = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            // Few digits that are not zero: that is where the rules are.
            long number = 0;
            for (int digit = 0; digit < 9; digit++) {
                number = 10 * number + (random.nextInt(3) == 0 ? random.nextInt(10) : 0);
            }
            String words = chinese("number", Long.toString(number));
            assertThat(words).doesNotContain("零零");
            assertThat(number == 0 || !words.endsWith("零")).as(words).isTrue();
            Long before = heard.put(words, number);
            assertThat(before == null || before == number)
                    .as("%s: %s and %s", words, before, number)
                    .isTrue();
        }
        assertThat(heard).hasSizeGreaterThan(1_000);
    }

    @ParameterizedTest
    @CsvSource({
        "number, 1000000000",
        "number, 1e999999999",
        "number, 1e-999999999",
        "number, 0.00001",
        "number, abc",
        "digits, 12a",
        "digits, ''",
        "time, 25:00",
        "date, 2026-02-30",
        "date, 0999-01-01",
        "duration, -1",
        "duration, 360000000",
        "duration, 99999999999999999999",
        "amount, 999999999.995",
        "amount, 1e99",
        "colour, red"
    })
    void whatCannotBeSaidIsRefused(String kind, String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> SpokenValue.parse(kind, value));
    }

    @ParameterizedTest
    @ValueSource(ints = {41, 100_000})
    void aLongTextIsNotEvenRead(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpokenValue.parse("number", "1".repeat(length)))
                .withMessageContaining("at most 40 characters");
    }

    @Test
    void theSameNumberWrittenOtherwiseIsTheSameValue() {
        assertThat(new SpokenValue.Quantity(new BigDecimal("12.50")))
                .isEqualTo(new SpokenValue.Quantity(new BigDecimal("12.5")));
    }
}
