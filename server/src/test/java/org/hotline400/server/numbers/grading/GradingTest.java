package org.hotline400.server.numbers.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.hotline400.server.kernel.HotlineNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Single numbers, as a buyer would judge them.
class GradingTest {

    @Test
    void the_sequence_is_special() {
        assertThat(Grading.of(new HotlineNumber("4001234567")).numberClass()).isEqualTo(NumberClass.SPECIAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4008888888", "4006666666", "4000000000", "4004444444"})
    void seven_equal_digits_are_premium(String number) {
        assertThat(Grading.of(new HotlineNumber(number)).numberClass()).isEqualTo(NumberClass.PREMIUM);
    }

    @Test
    void a_number_without_a_pattern_is_ordinary_and_harder_to_keep_than_the_sequence() {
        var plain = Grading.of(new HotlineNumber("4001689527"));
        var sequence = Grading.of(new HotlineNumber("4001234567"));

        assertThat(plain.numberClass()).isEqualTo(NumberClass.ORDINARY);
        assertThat(plain.findings()).isEmpty();
        assertThat(plain.memorability()).isLessThan(sequence.memorability());
    }

    /// Whatever the digits, fours among them, and whatever stands before the tail.
    @Test
    void every_tail_of_three_doubles_or_a_pair_thrice_is_premium() {
        for (int head = 0; head < 10; head++) {
            for (int a = 0; a < 10; a++) {
                for (int b = 0; b < 10; b++) {
                    if (a != b) {
                        assertPremium("" + head + a + b + a + b + a + b);
                        for (int c = 0; c < 10; c++) {
                            if (c != a && c != b) {
                                assertPremium("" + head + a + a + b + b + c + c);
                            }
                        }
                    }
                }
            }
        }
    }

    private static void assertPremium(String digits) {
        assertThat(Grading.of(new HotlineNumber("400" + digits)).numberClass())
                .as(digits)
                .isEqualTo(NumberClass.PREMIUM);
    }

    /// Patterns are `kind@start`, strongest first.
    @ParameterizedTest(name = "{0} is {1}: {2}")
    @CsvSource({
        "8888888, premium, aaaaaaa@0 favoured-tail@3",
        "1888888, premium, aaaaaa@1 two-digits@0 favoured-tail@3",
        "8888881, premium, aaaaaa@0 two-digits@0",
        "1288888, premium, aaaaa@2 favoured-tail@3",
        "1238888, premium, aaaa@3 favoured-tail@3 abc@0",
        "1274444, special, aaaa@3",
        "8888127, special, aaaa@0",
        "1288887, special, aaaa@2",
        "1275888, special, aaa@4",
        "1275444, ordinary, aaa@4",
        "8881275, special, aaa@0",
        "2221759, ordinary, aaa@0",
        "7112233, premium, aabbcc@1",
        "1122337, special, aabbcc@0",
        "7121212, premium, ababab@1 year-month-day@1",
        "7111222, premium, aaabbb@1 year-month-day@1",
        "7112112, premium, aabaab@1",
        "7122122, premium, abbabb@1",
        "7121121, premium, abaaba@1 year-month-day@1",
        "7123123, special, abcabc@1 abc@4 abc@1",
        "1689689, premium, abcabc@1 favoured-tail@3",
        "0123456, special, abcdefg@0",
        "7654321, special, gfedcba@0",
        "9123456, special, abcdef@1",
        "2706789, special, abcd@3",
        "5678271, special, abcd@0",
        "2567827, ordinary, abcd@1",
        "2709876, special, dcba@3",
        "2751668, ordinary, aa@4",
        "2715566, special, aabb@3",
        "2715544, ordinary, aabb@3",
        "2717575, special, abab@3",
        "2707557, ordinary, abba@3",
        "2758668, special, abba@3 favoured-tail@3",
        "2712321, ordinary, palindrome-5@2 cba@4 abc@2",
        "1753571, special, palindrome-7@0",
        "7135531, special, palindrome-6@1 abba@2",
        "2752008, ordinary, year@3 aa@4",
        "2200808, special, abab@3 year-month@1 aabb@0",
        "5881231, ordinary, abc@3 year-month-day@1 aa@1",
        "5641231, ordinary, abc@3 month-day@3",
        "5301230, ordinary, abcd@2 month-day@3",
        "2750230, ordinary, ''",
        "2750229, ordinary, month-day@3 aa@4",
        "2720229, ordinary, year-month-day@1 aa@4",
        "8800808, special, two-digits@0 abab@3 aabb@0 abba@1 year-month-day@1",
        "2756898, ordinary, favoured-tail@3",
    })
    void a_number_is_of_its_class_for_its_patterns(String digits, String numberClass, String patterns) {
        var grade = Grading.of(new HotlineNumber("400" + digits));

        assertThat(grade.numberClass().code()).isEqualTo(numberClass);
        assertThat(grade.findings().stream()
                        .map(finding -> finding.kind().code() + "@" + finding.start())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(patterns);
    }

    @ParameterizedTest(name = "{0} is kept better than {1}")
    @CsvSource({
        "8888888, 4444444",
        "8888888, 1888888",
        "1234567, 2712345",
        "1276888, 1276444",
        "1276888, 8881276",
        "8881275, 1288875",
        "1278866, 8866127",
        "1276655, 1276505",
        "2751668, 2751468",
        "2751168, 2751368",
    })
    void one_number_is_kept_better_than_another(String better, String worse) {
        assertThat(memorability(better)).isGreaterThan(memorability(worse));
    }

    private static int memorability(String digits) {
        return Grading.of(new HotlineNumber("400" + digits)).memorability();
    }

    @ParameterizedTest
    @CsvSource({
        "4001888888, '尾号六连8，顶级号码', 'ends in six 8s, premium number'",
        "4008888888, '全号七连8，顶级号码', 'is seven 8s, premium number'",
        "4001234567, '全号顺子1234567，特号', 'is the run 1234567, special number'",
        "4001238888, '尾号四连8，开头顺子123，顶级号码', 'ends in four 8s, begins with the run 123, premium number'",
        "4007121212, '尾号重复121212，顶级号码', 'ends in 12 three times, premium number'",
        "4001689527, '没有明显规律，普通号码', 'no pattern, ordinary number'",
        "4002751668, '中间双6，普通号码', 'holds two 6s, ordinary number'",
    })
    void a_buyer_is_told_in_one_sentence(String digits, String chinese, String english) {
        var number = new HotlineNumber(digits);
        var grade = Grading.of(number);

        assertThat(Explanation.of(number, grade, grade.numberClass())).isEqualTo(new Explanation(chinese, english));
    }

    @Test
    void what_the_operator_decides_is_told_beside_the_rules() {
        var number = new HotlineNumber("4001234567");

        assertThat(Explanation.of(number, Grading.of(number), NumberClass.PREMIUM)
                        .chinese())
                .isEqualTo("全号顺子1234567，规则评为特号，平台定为顶级号码");
    }
}
