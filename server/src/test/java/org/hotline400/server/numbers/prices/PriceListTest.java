package org.hotline400.server.numbers.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.numbers.grading.CompactGrade;
import org.hotline400.server.numbers.grading.Grading;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.grading.PatternKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PriceListTest {
    private static final PriceList OWN = PriceList.own();

    @ParameterizedTest
    @CsvSource({
        "4001888888, '尾号六连8，顶级号码，一次性选号费 50000 元，最低在网 36 个月',"
                + " 'ends in six 8s, premium number, set-up fee 50000 yuan once, at least 36 months'",
        "4001689527, '没有明显规律，普通号码，一次性选号费 0 元，最低在网 12 个月',"
                + " 'no pattern, ordinary number, set-up fee 0 yuan once, at least 12 months'",
        "4001234567, '全号顺子1234567，特号，一次性选号费 5000 元，最低在网 24 个月',"
                + " 'is the run 1234567, special number, set-up fee 5000 yuan once, at least 24 months'",
    })
    void a_buyer_is_told_the_price_in_the_same_sentence(String digits, String chinese, String english) {
        var number = new HotlineNumber(digits);
        var grade = Grading.of(number);

        var told = OWN.explain(number, grade, grade.numberClass());

        assertThat(told.chinese()).isEqualTo(chinese);
        assertThat(told.english()).isEqualTo(english);
    }

    @ParameterizedTest
    @EnumSource
    void the_list_in_the_box_keeps_to_the_band_of_each_class(NumberClass numberClass) {
        for (var kind : PatternKind.values()) {
            var fee = OWN.of(numberClass, Set.of(kind)).setUpFee();
            assertThat(PriceRow.isInBand(numberClass, fee)).as(kind.code()).isTrue();
        }
        assertThat(OWN.of(numberClass, Set.of()).setUpFee())
                .isLessThanOrEqualTo(
                        OWN.of(numberClass, EnumSet.allOf(PatternKind.class)).setUpFee());
    }

    @Test
    void the_dearest_row_that_fits_counts() {
        assertThat(OWN.of(NumberClass.PREMIUM, Set.of(PatternKind.AAAA, PatternKind.ABC, PatternKind.AAABBB)))
                .isEqualTo(new NumberPrice(Money.ofYuan(12_000), 36));
        assertThat(OWN.of(NumberClass.PREMIUM, Set.of(PatternKind.MONTH_DAY)))
                .isEqualTo(new NumberPrice(Money.ofYuan(5_000), 24));
    }

    @Test
    void levels_ascend_and_lead_to_the_same_price_as_the_patterns() {
        assertThat(OWN.levels()).doesNotHaveDuplicates().isSortedAccordingTo(PriceList.CHEAPEST_FIRST);

        new Random(400).ints(10_000, 0, 10_000_000).forEach(suffix -> {
            var grade = Grading.of(new HotlineNumber(Long.toString(4_000_000_000L + suffix)));
            long compact = Grading.compact(suffix);
            int level = OWN.level(CompactGrade.classOrdinal(compact), CompactGrade.kinds(compact));
            assertThat(OWN.levels().get(level)).isEqualTo(OWN.of(grade, grade.numberClass()));
        });
    }

    @Test
    void everything_that_is_wrong_with_a_list_is_told_at_once_with_its_field() {
        assertThatThrownBy(() -> read(
                        row("ordinary", null, "0", 12),
                        row("ordinary", "aa", "501", 12),
                        row("special", null, "500", 12),
                        row("special", "aaa", "500", 12),
                        row("special", "aaaa", "2000", 0),
                        row("special", "aaaab", "2000", 12),
                        row("special", "abcd", "800", 12),
                        row("special", "abcd", "900", 12),
                        row("platinum", null, "-1", 12),
                        row("premium", "aaaa", null, null)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.violations())
                                .extracting(one -> one.field() + " " + one.code())
                                .containsExactlyInAnyOrder(
                                        "prices[1].setUpFee numbers.fee-band",
                                        "prices[3] numbers.price-never",
                                        "prices[4].minimumMonths out-of-range",
                                        "prices[5].pattern numbers.pattern",
                                        "prices[7] numbers.price-twice",
                                        "prices[8].class numbers.class",
                                        "prices[8].setUpFee malformed",
                                        "prices[9].setUpFee missing",
                                        "prices[9].minimumMonths missing",
                                        "prices missing"));
    }

    private static PriceListDocument.Row row(
            String numberClass, @Nullable String pattern, @Nullable String fee, @Nullable Integer months) {
        return new PriceListDocument.Row(numberClass, pattern, fee, months);
    }

    private static List<PriceRow> read(PriceListDocument.Row... rows) {
        var checks = new Checks();
        var read = PriceRowReader.read(List.of(rows), checks);
        checks.done();
        return read;
    }
}
