package org.hotline400.server.regions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.Violation;
import org.hotline400.server.regions.AccuracyReport.Example;
import org.hotline400.server.regions.AccuracyReport.Score;
import org.junit.jupiter.api.Test;

class AccuracyTest {
    private static final RegionIndex INDEX = new RegionIndex(RegionTable.own(), MobileLines.slow(), Overrides.NONE);

    private static AccuracyReport report(String sample) throws IOException {
        return Accuracy.of(new ByteArrayInputStream(sample.getBytes(StandardCharsets.UTF_8)), INDEX);
    }

    @Test
    void aSampleIsCountedByProvinceAndByCity() throws IOException {
        var report = report("""
                number,province,city
                13812345678,江苏,连云港
                +86 138 1234 5679,江苏省,南京市
                13812345670,广东,深圳
                13812345671,江苏
                19212345678,广东,深圳
                0755-66668888,广东,深圳
                """);
        assertThat(report.rows()).isEqualTo(6);
        assertThat(report.province()).isEqualTo(new Score(4, 1, 1));
        assertThat(report.city()).isEqualTo(new Score(2, 2, 1));
        assertThat(report.examples())
                .containsExactly(
                        new Example("1381234****", "江苏南京", "江苏连云港", "library"),
                        new Example("1381234****", "广东深圳", "江苏连云港", "library"));
    }

    @Test
    void badRowsAreNamedAndNotCounted() throws IOException {
        var report = report("13812345678,江苏,连云港\n13812345678\n13812345678,江苏,深圳\n13812345678,Jiangsu\n");
        assertThat(report.rows()).isEqualTo(1);
        assertThat(report.bad()).isEqualTo(3);
        assertThat(report.faults()).extracting(Violation::field).containsExactly("lines[2]", "lines[3]", "lines[4]");
    }

    @Test
    void wrongExamplesAreBounded() throws IOException {
        var report = report("13812345678,广东,深圳\n".repeat(1_000));
        assertThat(report.city()).isEqualTo(new Score(0, 1_000, 0));
        assertThat(report.examples()).hasSize(50);
    }

    @Test
    void aSampleOfMoreThanTwoHundredThousandRowsIsRefused() {
        var sample = "13812345678,江苏,连云港\n".repeat(200_001);
        assertThatThrownBy(() -> report(sample))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("200,001");
    }
}
