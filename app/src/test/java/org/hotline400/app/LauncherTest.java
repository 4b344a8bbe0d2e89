package org.hotline400.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `./hotline` does before any Java runs.
@Timeout(60)
class LauncherTest {
    private static final Path LAUNCHER =
            Path.of("").toAbsolutePath().resolveSibling("hotline").normalize();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h"})
    void listsItsCommands(String argument) throws Exception {
        var answer = run(LAUNCHER, argument);

        assertThat(answer.code()).isZero();
        assertThat(answer.text()).contains("demo", "run", "test", "call", "doctor", "backup", "restore", "version");
    }

    @Test
    void refusesACommandItDoesNotKnow() throws Exception {
        var answer = run(LAUNCHER, "dance");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.text()).contains("there is no command \"dance\"");
    }

    @Test
    void worksThroughASymbolicLinkFromAnywhere() throws Exception {
        var link = Files.createSymbolicLink(folder.resolve("h400"), LAUNCHER);

        assertThat(run(link, "test", "--help").text()).startsWith("Usage: ./hotline test [--long]");
    }

    @Test
    void refusesAnUnknownOptionOfTest() throws Exception {
        assertThat(run(LAUNCHER, "test", "--quick").code()).isEqualTo(2);
    }

    private Answer run(Path program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("bash", program.toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), text);
    }

    private record Answer(int code, String text) {}
}
