package org.hotline400.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static final long MOST = 1_000_000;

    @Test
    void a_line_is_split_at_its_commas_and_quotes_are_taken_away() {
        assertThat(CsvLine.split("number,13800138000,\"a \"\"good\"\", old customer\",,"))
                .containsExactly("number", "13800138000", "a \"good\", old customer", "", "");
        assertThat(CsvLine.split("")).containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"no end", "\"a\"b", "a\"b\"", "x,\"\"\"", "\""})
    void wrong_quotes_are_refused(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> CsvLine.split(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+8613800138000", "-1+1", "@SUM(A1)", "＝1", "＋1", "－1", "＠x", "\tx"})
    void no_cell_that_we_write_is_a_formula(String cell) {
        var line = CsvLine.join(List.of("a", cell));

        assertThat(line).startsWith("a,'");
        assertThat(CsvLine.split(line.strip())).containsExactly("a", cell);
    }

    @Test
    void a_number_below_zero_stays_a_number() {
        var line = CsvLine.join(List.of("-1.40", "-7", "-1+2", "-.5"));

        assertThat(line).isEqualTo("-1.40,-7,'-1+2,'-.5\r\n");
        assertThat(CsvLine.split(line.strip())).containsExactly("-1.40", "-7", "-1+2", "-.5");
    }

    @Test
    void what_is_written_is_read_back() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(4180);
        var signs = "a1,\"'=+-@ ＝客";
        for (int i = 0; i < 20_000; i++) {
            var fields = new ArrayList<String>();
            for (int n = random.nextInt(1, 4); n > 0; n--) {
                var field = new StringBuilder();
                for (int c = random.nextInt(6); c > 0; c--) {
                    field.append(signs.charAt(random.nextInt(signs.length())));
                }
                fields.add(field.toString());
            }
            var line = CsvLine.join(fields);
            assertThat(line).endsWith("\r\n");
            assertThat(CsvLine.split(line.substring(0, line.length() - 2))).isEqualTo(fields);
        }
    }

    @Test
    void a_file_is_utf8_with_or_without_mark_or_gbk() throws IOException {
        var text = "pattern,note\r\n\r\n13800138000,老客户\n";

        for (var file : List.of(
                text.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                text.getBytes(Charset.forName("GBK")))) {
            assertThat(lines(file)).containsExactly("1 pattern,note", "3 13800138000,老客户");
        }
        try (var gbk = received(text.getBytes(Charset.forName("GBK")))) {
            assertThat(gbk.encoding()).isEqualTo("GB18030");
        }
    }

    @Test
    void a_file_can_be_read_twice() throws IOException {
        try (var file = received("a\nb".getBytes(StandardCharsets.UTF_8))) {
            var read = new ArrayList<String>();
            file.forEachLine((number, line) -> read.add(line));
            file.forEachLine((number, line) -> read.add(line));
            assertThat(read).containsExactly("a", "b", "a", "b");
        }
    }

    @Test
    void what_is_no_table_is_refused_with_the_fix() {
        assertThat(refusal("pattern".getBytes(StandardCharsets.UTF_16))).isEqualTo("csv.encoding");
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 0, 0})).isEqualTo("csv.workbook");
        assertThat(refusal(new byte[] {'a', 0, 'b'})).isEqualTo("csv.binary");
        assertThat(refusal(new byte[] {'a', (byte) 0xFF, (byte) 0xFF, '\n'})).isEqualTo("csv.encoding");
        assertThat(refusal("x".repeat(2_000).getBytes(StandardCharsets.UTF_8))).isEqualTo("csv.line-too-long");
    }

    @Test
    void more_than_there_may_be_is_refused() {
        assertThatThrownBy(() -> CsvFile.receive(new ByteArrayInputStream(new byte[11]), 10))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.TOO_LARGE));
    }

    private static CsvFile received(byte[] file) throws IOException {
        return CsvFile.receive(new ByteArrayInputStream(file), MOST);
    }

    private static List<String> lines(byte[] file) throws IOException {
        try (var received = received(file)) {
            var lines = new ArrayList<String>();
            received.forEachLine((number, line) -> lines.add(number + " " + line));
            return lines;
        }
    }

    private static String refusal(byte[] file) {
        var codes = new ArrayList<String>();
        assertThatThrownBy(() -> lines(file))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> e.violations().stream().map(Violation::code).forEach(codes::add));
        return codes.getFirst();
    }
}
