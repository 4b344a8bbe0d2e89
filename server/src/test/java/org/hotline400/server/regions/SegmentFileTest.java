package org.hotline400.server.regions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentFileTest {

    private static SegmentReading read(String file) throws IOException {
        return SegmentFile.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), RegionTable.own());
    }

    private static List<String> rows(Segments segments) {
        var rows = new ArrayList<String>();
        segments.forEach((segment, place, carrier) -> rows.add(segment + place.city() + carrier));
        return rows;
    }

    @Test
    void segmentsAreReadAsDataHousesWriteThem() throws IOException {
        var reading = read("""
                \uFEFFsegment,province,city,areaCode,carrier
                1720512,江苏,苏州,0512,移动
                "1920001","广东省","深圳市","755","中国广电"

                1990001 , 西藏 , 日喀则地区\r
                1990002,北京,
                1990003,海南,东方,0898
                """);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.rows()).isEqualTo(5);
        assertThat(rows(reading.segments()))
                .containsExactly("1720512苏州中国移动", "1920001深圳中国广电", "1990001日喀则", "1990002北京", "1990003东方");
    }

    @Test
    void whatWasReadComesBackFromWhereItIsStored() throws IOException {
        var segments = read("1720512,江苏,苏州,0512,移动\n1920001,广东,\n").segments();
        var packed = new ByteArrayOutputStream();
        segments.write(packed);
        var again = Segments.read(new ByteArrayInputStream(packed.toByteArray()), RegionTable.own());
        assertThat(rows(again)).isEqualTo(rows(segments)).hasSize(2);
        assertThat(again.count()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "172051,江苏,苏州                | lines[2].segment  | regions.segment",
                "0755123,广东,深圳               | lines[2].segment  | regions.segment",
                "1720512,江蘇,苏州               | lines[2].province | regions.province",
                "1720512,江苏,深圳               | lines[2].city     | regions.city",
                "1720512,江苏,苏州,0755          | lines[2].areaCode | regions.area-code",
                "1720512,江苏,苏州,0999x         | lines[2].areaCode | regions.area-code",
                "1720512,江苏,苏州,0512,<script> | lines[2].carrier  | regions.carrier",
                "1720512,江苏                    | lines[2]          | regions.columns",
                "1720512,江苏,苏州,,,            | lines[2]          | regions.columns",
                "1720512,\"江苏,苏州             | lines[2]          | csv.quote",
                "1720512,\"江苏\"省,苏州         | lines[2]          | csv.quote",
                "1380000,江苏,南京               | lines[2].segment  | regions.contradiction"
            })
    void aBadRowIsNamedWithItsLineAndField(String row, String path, String code) throws IOException {
        var reading = read("1380000,江苏,苏州\n" + row + "\n1390000,江苏,苏州\n");
        assertThat(reading.faults()).extracting(Violation::field).containsExactly(path);
        assertThat(reading.faults()).extracting(Violation::code).containsExactly(code);
        assertThat(reading.bad()).isEqualTo(1);
        assertThat(rows(reading.segments())).containsExactly("1380000苏州", "1390000苏州");
    }

    @Test
    void theSameRowTwiceDoesNoHarm() throws IOException {
        var reading = read("1380000,江苏,苏州\n1380000,江苏省,苏州市\n");
        assertThat(reading.bad()).isZero();
        assertThat(reading.segments().count()).isEqualTo(1);
    }

    @Test
    void allBadRowsAreCountedAndAHundredNamed() throws IOException {
        var reading = read("nonsense 1\n".repeat(5_000));
        assertThat(reading.bad()).isEqualTo(5_000);
        assertThat(reading.faults()).hasSize(100);
    }

    @Test
    void aWholeCountryIsReadInOneGo() throws IOException {
        var file = new StringBuilder();
        for (int segment = MobileLines.FIRST_SEGMENT; segment <= MobileLines.LAST_SEGMENT; segment++) {
            file.append(segment).append(",广东,深圳,0755,中国移动\n");
        }
        var reading = read(file.toString());
        assertThat(reading.bad()).isZero();
        assertThat(reading.segments().count()).isEqualTo(700_000);
    }

    @Test
    void moreThanAMillionRowsAreRefused() {
        assertRefused(endless("1380000,江苏,苏州\n"), "lines[1000001]", "regions.too-many");
    }

    @Test
    void aFileWithoutEndIsRefusedWithoutReadingItAll() {
        assertRefused(endless("\n"), "csv.too-large");
    }

    @Test
    void aLineWithoutEndIsRefused() {
        assertRefused(endless("x"), "lines[1]", "csv.line-too-long");
    }

    @Test
    void whatIsNoTextIsRefused() {
        assertRefused(new ByteArrayInputStream(new byte[] {'1', '3', 0, '\n'}), "lines[1]", "csv.binary");
    }

    @Test
    void anotherEncodingIsRefusedWithAHint() {
        var gbk = "1380000,江苏,苏州\n".getBytes(Charset.forName("GBK"));
        assertRefused(new ByteArrayInputStream(gbk), "lines[1]", "csv.encoding");
    }

    private static void assertRefused(InputStream file, String... said) {
        assertThatThrownBy(() -> SegmentFile.read(file, RegionTable.own()))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> {
                    var violation = e.violations().getFirst();
                    assertThat(List.of(violation.field(), violation.code())).containsAll(Arrays.asList(said));
                });
    }

    private static InputStream endless(String line) {
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        return new InputStream() {
            private int at;

            @Override
            public int read() {
                return bytes[at++ % bytes.length] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                for (int i = 0; i < length; i++) {
                    into[from + i] = bytes[at++ % bytes.length];
                }
                at %= bytes.length;
                return length;
            }
        };
    }
}
