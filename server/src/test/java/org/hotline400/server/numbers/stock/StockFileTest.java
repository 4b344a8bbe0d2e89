package org.hotline400.server.numbers.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.Violation;
import org.hotline400.server.web.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What files say, and what is wrong with them.
class StockFileTest {

    @Test
    void ranges_and_single_numbers_are_read_with_their_state() throws IOException {
        var reading = read("""
                first,last,state,note
                4008880000,4008889999,off-sale,kept for the bank
                400-888-0000,,off-sale,
                4008890001
                4008890002,on-sale
                4008890003,停售,"a note, in quotes"
                4008890004,4008890006
                """, true);

        assertThat(reading.faults().lines()).isEmpty();
        assertThat(reading.lines()).isEqualTo(6);
        assertThat(reading.numbers().ranges())
                .containsExactly(
                        range(8_890_001, 8_890_002, true),
                        range(8_890_004, 8_890_006, true),
                        range(8_880_000, 8_889_999, false),
                        range(8_890_003, 8_890_003, false));
    }

    @Test
    void a_plain_list_has_the_state_that_is_usual() throws IOException {
        var list = "4008880001\n4008880002\n\n4008880003";

        assertThat(read(list, true).numbers().ranges()).containsExactly(range(8_880_001, 8_880_003, true));
        assertThat(read(list, false).numbers().ranges()).containsExactly(range(8_880_001, 8_880_003, false));
    }

    @Test
    void a_chinese_spreadsheet_is_read_as_it_is() throws IOException {
        var sheet = "起始号码,结束号码,状态,备注\r\n4008880000,4008880009,停售,银行预留\r\n4008880010,,在售,\r\n";
        for (var charset : new Charset[] {Charset.forName("GB18030"), StandardCharsets.UTF_8}) {
            try (var file = receive(sheet.getBytes(charset))) {
                var reading = file.read(true);

                assertThat(file.encoding()).isEqualTo(charset.name());
                assertThat(reading.faults().count()).isZero();
                assertThat(reading.numbers().ranges())
                        .containsExactly(range(8_880_010, 8_880_010, true), range(8_880_000, 8_880_009, false));
            }
        }
        assertThat(read("\uFEFF号码,状态\n4008880000,在售\n", false).numbers().ranges())
                .containsExactly(range(8_880_000, 8_880_000, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400888000 | lines[1].first | digits",
                "40088800000 | lines[1].first | digits",
                "8008880000 | lines[1].first | with 400",
                "4.00888E+09 | lines[1].first | digits",
                "４００８８８００００ | lines[1].first | digits",
                ",4008880000 | lines[1].first | is missing",
                "4008880000,400888 | lines[1].last | digits",
                "4008880009,4008880000 | lines[1].last | before the first",
                "4008880000,4008880009,sold | lines[1].state | on-sale",
                "4008880000,4008880009,on-sale,a note,x | lines[1] | 5 columns",
                "4008880000,on-sale,a note,x | lines[1] | 4 columns",
                "4008880000;4008880009;on-sale | lines[1].first | digits",
                "4008880000,\"4008880009 | lines[1] | quote",
                "4008880000,,on-sale,a\u0007b | lines[1].note | characters",
                "'=cmd|'' /C calc''!A0' | lines[1].first | digits"
            })
    void a_line_that_is_wrong_is_told_with_its_field_and_the_remedy(String line, String field, String remedy)
            throws IOException {
        var faults = read(line, true).faults();

        assertThat(faults.count()).isEqualTo(1);
        assertThat(faults.lines().getFirst().field()).isEqualTo(field);
        assertThat(faults.lines().getFirst().message()).contains(remedy);
    }

    @Test
    void all_lines_that_are_wrong_are_counted_and_a_hundred_named_in_their_order() throws IOException {
        var text = "4008880000,4008889999,on-sale\n" + "4008885555,off-sale\n".repeat(150) + "x\n".repeat(150);
        var faults = read(text, true).faults();

        assertThat(faults.count()).isEqualTo(300);
        assertThat(faults.lines()).hasSize(100);
        assertThat(faults.lines().getFirst())
                .isEqualTo(new Violation(
                        "lines[2]",
                        "numbers.import-contradiction",
                        "says another state than line 1 of the same numbers: leave them out of one of the two"));
        assertThat(faults.lines().getLast().field()).isEqualTo("lines[101]");
    }

    @Test
    void lines_that_name_numbers_again_are_told_and_do_no_harm() throws IOException {
        var reading = read("""
                4008880000,4008880009,on-sale
                4008880020
                4008880005,4008880015,on-sale
                4008880020
                4008880030
                """, true);

        assertThat(reading.faults().count()).isZero();
        assertThat(reading.overlaps())
                .isEqualTo(new ImportReport.Overlaps(
                        2, Arrays.asList(new ImportReport.Overlap(3, 1), new ImportReport.Overlap(4, 2))));
        assertThat(reading.numbers().all().getCardinality()).isEqualTo(18);
    }

    @Test
    void numbers_that_lines_contradict_each_other_about_count_as_neither() throws IOException {
        var reading = read("4008880000,4008880009,on-sale\n4008880005,4008880019,off-sale\n", true);

        assertThat(reading.faults().count()).isEqualTo(1);
        assertThat(reading.numbers().ranges())
                .containsExactly(range(8_880_000, 8_880_004, true), range(8_880_010, 8_880_019, false));
    }

    @Test
    void an_overlap_is_found_however_far_apart_the_lines_are() throws IOException {
        var text = new StringBuilder("4008000000,4008999999,on-sale\n");
        for (int i = 0; i < 1_000; i++) {
            text.append("4009").append("%06d".formatted(i)).append("\n");
        }
        text.append("4008999999,off-sale\n");

        assertThat(read(text.toString(), true).faults().lines())
                .extracting(Violation::field)
                .containsExactly("lines[1002]");
    }

    @Test
    void a_million_lines_are_read_and_no_more() throws IOException {
        var million = "4008880000\n".repeat(StockSurvey.MOST_LINES);

        assertThat(read(million, true).overlaps().count()).isEqualTo(999_999);
        assertThatThrownBy(() -> read(million + "4008880000\n", true))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("1,000,000 lines");
    }

    @Test
    void a_file_that_is_too_large_is_refused_before_it_is_read_to_its_end() {
        assertThatThrownBy(() -> StockFile.receive(endless()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("too-large");
    }

    @ParameterizedTest
    @CsvSource({"504b0304, csv.workbook", "fffe3400, csv.encoding", "340000, csv.binary", "81ff, csv.encoding"})
    void what_is_no_text_is_refused(String hex, String code) {
        assertThatThrownBy(() -> receive(HexFormat.of().parseHex(hex)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.violations().getFirst().code()).isEqualTo(code));
    }

    @Test
    void a_line_without_end_is_refused() {
        assertThatThrownBy(() -> read("4".repeat(3_000_000), true))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("1000 characters");
    }

    @Test
    void a_file_is_known_by_its_bytes() throws IOException {
        try (var one = receive("4008880000\n".getBytes(StandardCharsets.UTF_8));
                var same = receive("4008880000\n".getBytes(StandardCharsets.UTF_8));
                var other = receive("4008880001\n".getBytes(StandardCharsets.UTF_8))) {
            assertThat(one.sha256()).hasSize(64).isEqualTo(same.sha256()).isNotEqualTo(other.sha256());
        }
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return '4';
            }

            @Override
            public int read(byte[] to, int from, int length) {
                Arrays.fill(to, from, from + length, (byte) '4');
                return length;
            }
        };
    }

    private static StockReading read(String text, boolean usual) throws IOException {
        try (var file = receive(text.getBytes(StandardCharsets.UTF_8))) {
            return file.read(usual);
        }
    }

    private static StockFile receive(byte[] bytes) throws IOException {
        return StockFile.receive(new ByteArrayInputStream(bytes));
    }

    private static StockRange range(int first, int last, boolean onSale) {
        return new StockRange(new NumberRange(first, last), onSale);
    }
}
