package org.hotline400.server.enrolment.papers.hints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.hotline400.server.enrolment.papers.PaperSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TesseractTest {
    @TempDir
    private Path folder;

    private Tesseract program(String script, Duration limit) throws IOException {
        Path program = folder.resolve("tesseract");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new Tesseract(folder::toString, limit);
    }

    @Test
    void the_picture_goes_in_and_text_comes_out() throws IOException {
        var reading = program("wc -c; echo \"$@\"", Duration.ofSeconds(10));
        assertThat(reading.read(new byte[100_000]))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("100000").contains("stdin stdout -l chi_sim+eng"));
    }

    @Test
    void without_the_program_nothing_is_read() {
        assertThat(new Tesseract(() -> "", Duration.ofSeconds(1)).read(new byte[9]))
                .isEmpty();
        assertThat(new Tesseract(() -> folder.toString(), Duration.ofSeconds(1)).read(new byte[9]))
                .isEmpty();
    }

    @Test
    void a_failure_is_no_text() throws IOException {
        assertThat(program("echo half; exit 1", Duration.ofSeconds(10)).read(new byte[9]))
                .isEmpty();
    }

    @Test
    @Timeout(30)
    void a_slow_one_is_ended() throws IOException {
        assertThat(program("exec sleep 60", Duration.ofMillis(300)).read(new byte[9]))
                .isEmpty();
    }

    @Test
    @Timeout(30)
    void endless_text_is_cut() throws IOException {
        assertThat(program("exec yes", Duration.ofMillis(500)).read(new byte[9]))
                .isEmpty();
    }

    @Test
    void the_real_one_reads_chinese() {
        var reading =
                new Tesseract(() -> Optional.ofNullable(System.getenv("PATH")).orElse(""), Duration.ofSeconds(60));
        var text = reading.read(PaperSamples.png(PaperSamples.page(1_200, 1_600)));
        assumeTrue(text.isPresent(), "install tesseract-ocr and tesseract-ocr-chi-sim");
        assertThat(PaperText.plain(text.orElseThrow()))
                .contains("91350100M000100Y43")
                .contains("母婴用品");
    }
}
