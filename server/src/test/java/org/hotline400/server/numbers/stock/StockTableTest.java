package org.hotline400.server.numbers.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.HotlineNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roaringbitmap.RoaringBitmap;

/// Segments, imports and days, without a database.
class StockTableTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final StockTable BOX = StockTable.of(SegmentTable.inTheBox());

    @ParameterizedTest
    @CsvSource({
        "4000000000, china-unicom", "4001234567, china-mobile", "4002000000,", "4003999999,",
        "4004444444,", "4005000000,", "4006999999, china-unicom", "4007000000, china-mobile",
        "4008888888, china-telecom", "4009999999, china-telecom"
    })
    void the_digit_after_400_tells_the_carrier_and_what_nobody_knows_is_off_sale(String number, String carrier) {
        var suffix = new HotlineNumber(number).suffix();
        var day = BOX.on(TODAY);

        assertThat(day.carrier(suffix).map(NumberCarrier::code)).isEqualTo(Optional.ofNullable(carrier));
        assertThat(day.onSale().contains(suffix)).isEqualTo(carrier != null);
    }

    @Test
    void the_box_sells_six_million_numbers_of_ten() {
        var day = BOX.on(TODAY);

        assertThat(day.onSale().getCardinality()).isEqualTo(6_000_000);
        assertThat(day.carriers().values().stream()
                        .mapToInt(RoaringBitmap::getCardinality)
                        .sum())
                .isEqualTo(6_000_000);
        assertThat(SegmentTable.inTheBox().segments())
                .extracting(Segment::prefix)
                .containsExactly("4000", "4001", "4002", "4003", "4004", "4005", "4006", "4007", "4008", "4009");
    }

    @Test
    void of_two_prefixes_the_longer_one_counts_while_it_holds() {
        var changed = new SegmentTable(List.of(
                segment("4005", NumberCarrier.MOBILE, "2026-01-01", "2027-01-01"),
                new Segment(
                        "4005123",
                        Optional.empty(),
                        false,
                        LocalDate.of(2026, 6, 1),
                        Optional.of(LocalDate.of(2026, 7, 1)),
                        "kept back")));
        var table = StockTable.of(changed);

        assertThat(onSale(table, "2025-12-31", "4005123000")).isFalse();
        assertThat(onSale(table, "2026-01-01", "4005123000")).isTrue();
        assertThat(onSale(table, "2026-05-31", "4005123999")).isTrue();
        assertThat(onSale(table, "2026-06-01", "4005123999")).isFalse();
        assertThat(onSale(table, "2026-06-01", "4005124000")).isTrue();
        assertThat(table.on(LocalDate.of(2026, 6, 30)).carrier(5_123_000)).isEmpty();
        assertThat(onSale(table, "2026-07-01", "4005123999")).isTrue();
        assertThat(onSale(table, "2026-12-31", "4005123999")).isTrue();
        assertThat(onSale(table, "2027-01-01", "4005123999")).isFalse();
    }

    @Test
    void a_number_has_one_carrier_though_segments_lie_within_each_other() {
        var table = StockTable.of(SegmentTable.inTheBox()
                .with(List.of(segment("40088", NumberCarrier.UNICOM, "2026-01-01", "2030-01-01"))));
        var day = table.on(TODAY);

        assertThat(day.carrier(8_800_000)).contains(NumberCarrier.UNICOM);
        assertThat(day.carrier(8_900_000)).contains(NumberCarrier.TELECOM);
        assertThat(day.carriers().values().stream()
                        .mapToInt(RoaringBitmap::getCardinality)
                        .sum())
                .isEqualTo(6_000_000);
    }

    @Test
    void the_later_import_counts() {
        var off = imported(range(8_880_000, 8_889_999, false));
        var on = imported(range(8_885_000, 8_885_999, true));

        var table = BOX.after(off).after(on);
        assertThat(onSale(table, "2026-11-26", "4008884999")).isFalse();
        assertThat(onSale(table, "2026-11-26", "4008885000")).isTrue();
        assertThat(onSale(table, "2026-11-26", "4008886000")).isFalse();
        assertThat(BOX.after(on).after(off).on(TODAY).onSale().getCardinality()).isEqualTo(5_990_000);
        assertThat(BOX.on(TODAY).onSale().getCardinality())
                .as("a table is not changed")
                .isEqualTo(6_000_000);
    }

    @Test
    void an_import_sells_nothing_of_a_segment_that_is_not_on_sale_until_that_is() {
        var table = BOX.after(imported(range(5_000_000, 5_000_009, true), range(5_000_010, 5_000_019, false)));
        assertThat(onSale(table, "2026-11-26", "4005000000")).isFalse();

        var given = table.with(SegmentTable.inTheBox()
                .with(List.of(segment("4005", NumberCarrier.UNICOM, "2026-01-01", "2030-01-01"))));
        assertThat(onSale(given, "2026-11-26", "4005000000")).isTrue();
        assertThat(onSale(given, "2026-11-26", "4005000010"))
                .as("what an import withheld stays withheld")
                .isFalse();
    }

    @Test
    void what_is_imported_is_kept_in_the_fewest_ranges() {
        var numbers = imported(
                range(5, 5, true),
                range(3, 3, true),
                range(4, 4, true),
                range(9_999_999, 9_999_999, true),
                range(0, 1, false),
                range(2, 2, false));

        assertThat(numbers.ranges())
                .containsExactly(range(3, 5, true), range(9_999_999, 9_999_999, true), range(0, 2, false));
        assertThat(imported(range(0, HotlineNumber.LAST_SUFFIX, false)).ranges())
                .containsExactly(range(0, HotlineNumber.LAST_SUFFIX, false));
        assertThat(ImportedNumbers.NONE.ranges()).isEmpty();
    }

    @Test
    void a_hundred_thousand_ranges_take_less_than_a_fifth_of_a_second() {
        var ranges = new ArrayList<StockRange>();
        for (int i = 0; i < 100_000; i++) {
            ranges.add(range(i * 100, i * 100 + i % 97, i % 3 == 0));
        }
        var fastest = Duration.ofHours(1);
        for (int i = 0; i < 10; i++) {
            long began = System.nanoTime();
            var day = BOX.after(ImportedNumbers.of(ranges)).on(TODAY);
            var took = Duration.ofNanos(System.nanoTime() - began);
            fastest = took.compareTo(fastest) < 0 ? took : fastest;
            assertThat(day.onSale().getCardinality()).isBetween(1, 5_999_999);
        }

        // Some tens of milliseconds; on a machine that gives a tenth of a core still far from the minutes of one by
        // one.
        assertThat(fastest).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void a_segment_that_cannot_be_is_refused() {
        var day = Optional.<LocalDate>empty();
        var nobody = Optional.<NumberCarrier>empty();

        assertThatThrownBy(() -> new Segment("400", nobody, false, TODAY, day, "x"))
                .hasMessageContaining("prefix");
        assertThatThrownBy(() -> new Segment("40061234", nobody, false, TODAY, day, "x"))
                .hasMessageContaining("prefix");
        assertThatThrownBy(() -> new Segment("4005", nobody, true, TODAY, day, "x"))
                .hasMessageContaining("carrier");
        assertThatThrownBy(() -> new Segment("4005", nobody, false, TODAY, Optional.of(TODAY), "x"))
                .hasMessageContaining("ends");
        assertThatThrownBy(() -> new Segment("4005", nobody, false, TODAY, day, " "))
                .hasMessageContaining("why");
    }

    private static Segment segment(String prefix, NumberCarrier carrier, String from, String to) {
        return new Segment(
                prefix,
                Optional.of(carrier),
                true,
                LocalDate.parse(from),
                Optional.of(LocalDate.parse(to)),
                "in a test");
    }

    private static boolean onSale(StockTable table, String day, String number) {
        return table.on(LocalDate.parse(day)).onSale().contains(new HotlineNumber(number).suffix());
    }

    private static StockRange range(int first, int last, boolean onSale) {
        return new StockRange(new NumberRange(first, last), onSale);
    }

    private static ImportedNumbers imported(StockRange... ranges) {
        return ImportedNumbers.of(List.of(ranges));
    }
}
