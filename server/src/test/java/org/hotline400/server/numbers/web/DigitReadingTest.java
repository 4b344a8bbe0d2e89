package org.hotline400.server.numbers.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.Violation;
import org.hotline400.server.numbers.catalogue.DigitFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitReadingTest {
    @ParameterizedTest
    @CsvSource({
        "400-8??-8888, 8??8888",
        "4008??8888, 8??8888",
        "8??8888, 8??8888",
        "８？？-８８８８, 8??8888",
        "400 8** 8888, 8??8888",
        "400-8xx-8888, 8??8888",
        "??? 8?? 8888, 8??8888",
        "400-888-8888, 8888888"
    })
    void a_mask_is_read_as_people_write_it(String text, String mask) {
        assertThat(read("mask", text).mask()).hasValue(mask);
    }

    @ParameterizedTest
    @CsvSource({
        "400-8??-888, has 9 places, 有 9 位",
        "500-8??-8888, begins with 400, 以 400 开头",
        "400-8A?-8888, a digit or ?, 数字或 ?",
        "400-120-120, has nine digits; a 400 number has ten. To find numbers that contain 120120, 有 9 位数字"
    })
    void a_mask_that_fits_no_number_is_refused_with_the_mistake(String text, String english, String chinese) {
        assertThat(refusal("mask", text).message()).contains(english);
        assertThat(refusal("mask", text).chinese().orElseThrow()).contains(chinese);
    }

    @ParameterizedTest
    @CsvSource({"120120, 120120", "567-890, 567890", "8, 8", "400-888-8888, 8888888", "4001234, 4001234", "8x8?8, 8?8?8"
    })
    void a_fragment_is_one_to_seven_digits_or_a_whole_number(String text, String fragment) {
        assertThat(read("contains", text).contains()).containsExactly(fragment);
    }

    @Test
    void nine_digits_are_no_fragment_and_the_refusal_says_what_would_be_one() {
        assertThat(refusal("contains", "400-567-890").message())
                .isEqualTo("400-567-890 has nine digits; a 400 number has ten. To find numbers that contain 567890,"
                        + " search contains=567890.");
        assertThat(refusal("contains", "400-5678-9012").message()).contains("has eleven digits; a 400 number has ten");
        assertThat(refusal("contains", "12345678").message()).contains("one to seven digits");
    }

    @Test
    void several_fragments_come_in_one_list() {
        assertThat(read("contains", "88,66、168").contains()).containsExactlyInAnyOrder("88", "66", "168");
    }

    @Test
    void head_and_tail_count_behind_400() {
        assertThat(read("head", "400-8").head()).isEqualTo("8");
        assertThat(read("head", "4008").head()).isEqualTo("4008");
        assertThat(read("tail", "8888").tail()).isEqualTo("8888");
        assertThat(refusal("tail", "88a").message()).contains("8888");
    }

    @Test
    void digits_to_do_without_are_written_in_any_way() {
        assertThat(read("without", "4").without()).isEqualTo(Set.of(4));
        assertThat(read("without", "47").without()).isEqualTo(Set.of(4, 7));
        assertThat(read("without", "4,7").without()).isEqualTo(Set.of(4, 7));
        assertThat(refusal("without", "four").message()).contains("such as 4");
    }

    @Test
    void everything_wrong_is_told_at_once() {
        var checks = new Checks();
        var sent =
                Map.of("mask", List.of("x"), "tail", List.of("y"), "contains", List.of("a", "b"), "tial", List.of("8"));
        DigitReading.read(SearchParameters.read(sent, checks), checks);

        assertThatThrownBy(checks::done)
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(Violation::field)
                                .containsExactlyInAnyOrder("mask", "tail", "contains", "contains", "tial"));
    }

    private static DigitFilter read(String name, String text) {
        var checks = new Checks();
        var filter = DigitReading.read(SearchParameters.read(Map.of(name, List.of(text)), checks), checks);
        checks.done();
        return filter;
    }

    private static Violation refusal(String name, String text) {
        try {
            read(name, text);
        } catch (InvalidInputException e) {
            return e.violations().getFirst();
        }
        throw new AssertionError(name + "=" + text + " was read");
    }
}
