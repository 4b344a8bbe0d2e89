package org.hotline400.server.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HotlineNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"4008888888", "400-888-8888", "400 888 8888", "400－888－8888", "\u3000400—8888888 "})
    void is_read_as_people_write_it(String text) {
        assertThat(HotlineNumber.parse(text).display()).isEqualTo("400-888-8888");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400-120-120 | has nine digits; a 400 number has ten. To find numbers that contain 120120, | 有 9 位数字",
                "400567890 | search contains=567890. | 请搜索 contains=567890",
                "400-1201-2012 | has eleven digits; a 400 number has ten. Leave out what is too many. | 请去掉多余的数字",
                "400 | has three digits; a 400 number has ten. | 有 3 位数字",
                "120120 | does not begin with 400; a 400 number is 400 and seven digits. To find | contains=120120",
                "13800138000 | does not begin with 400 | 不以 400 开头",
                "400-ABC-DEFG | is no number | 不是号码",
                "'' | is no number | 不是号码"
            })
    void a_mistake_is_named_in_both_languages(String text, String english, String chinese) {
        assertThatExceptionOfType(MistakeException.class)
                .isThrownBy(() -> HotlineNumber.parse(text))
                .withMessageContaining(english)
                .satisfies(mistake -> assertThat(mistake.chinese()).contains(chinese));
    }

    @Test
    void a_violation_speaks_the_language_of_its_reader() {
        var checks = new Checks();
        checks.read("number", "numbers.malformed", "400-120-120", HotlineNumber::parse);
        checks.add("other", "plain", "is wrong");

        assertThatThrownBy(checks::done).isInstanceOfSatisfying(InvalidInputException.class, refused -> {
            var number = refused.violations().getFirst();
            assertThat(number.in(Locale.SIMPLIFIED_CHINESE).message()).contains("有 9 位数字");
            assertThat(number.in(Locale.ENGLISH).message()).contains("has nine digits");
            assertThat(refused.violations().getLast().in(Locale.CHINA).message())
                    .isEqualTo("is wrong");
        });
    }
}
