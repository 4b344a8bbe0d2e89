package org.hotline400.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Torture messages of our own, of the kinds that RFC 4475 has: valid but odd, invalid, and for the
/// application.
class OwnTortureTest {

    private static Path folder() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(OwnTortureTest.class.getResource("/torture/own"))
                .toURI());
    }

    static List<TortureCase> cases() {
        return TortureCase.read("own.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isAnsweredAsItsIndexSays(TortureCase expected) throws Exception {
        TortureDesk.judge(expected, Files.readAllBytes(folder().resolve(expected.message() + ".dat")));
    }

    @Test
    void theIndexNamesEachMessageOnce() throws Exception {
        try (var files = Files.list(folder())) {
            assertThat(cases())
                    .extracting(expected -> expected.message() + ".dat")
                    .hasSizeGreaterThan(40)
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString()).toList());
        }
    }
}
