package org.hotline400.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The 49 torture messages of RFC 4475, each sent to a running stack, which must take a call afterwards. The folder
/// with them lies beside the repository.
class Rfc4475Test {

    private static final Optional<Path> VECTORS = vectors();

    private static Optional<Path> vectors() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(Path.of("shared", "vectors", "rfc4475")))
                .filter(Files::isDirectory)
                .findFirst();
    }

    @BeforeAll
    static void theMessagesAreHere() {
        assumeTrue(VECTORS.isPresent(), "the RFC 4475 messages are not in shared/vectors/rfc4475 of any parent folder");
    }

    static List<TortureCase> cases() {
        return TortureCase.read("rfc4475.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isAnsweredAsTheRfcAsks(TortureCase expected) throws IOException {
        TortureDesk.judge(expected, Files.readAllBytes(VECTORS.orElseThrow().resolve(expected.message() + ".dat")));
    }

    @Test
    void theTableNamesEachMessageOnce() throws IOException {
        try (var files = Files.list(VECTORS.orElseThrow())) {
            assertThat(cases())
                    .extracting(expected -> expected.message() + ".dat")
                    .hasSize(49)
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".dat"))
                                    .toList());
        }
    }
}
