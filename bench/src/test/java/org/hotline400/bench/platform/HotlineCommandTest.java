package org.hotline400.bench.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hotline400.bench.BenchFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// With a `./hotline` of which each word is a command to the shell.
@EnabledOnOs(OS.LINUX)
@Timeout(30)
class HotlineCommandTest {
    private static final String HOME = "hotline.home";
    private static final Duration WITHIN = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final String before = System.getProperty(HOME);

    @BeforeEach
    void makeHotline() throws Exception {
        var hotline = Files.writeString(folder.resolve("hotline"), "#!/bin/sh\nfor word; do eval \"$word\"; done\n");
        assertThat(hotline.toFile().setExecutable(true)).isTrue();
        System.setProperty(HOME, folder.toString());
    }

    @AfterEach
    void restoreHome() {
        if (before == null) {
            System.clearProperty(HOME);
        } else {
            System.setProperty(HOME, before);
        }
    }

    private static HotlineCommand command(String... words) {
        return new HotlineCommand("2g", List.of(words));
    }

    @Test
    void givesWhatItPrints() throws Exception {
        assertThat(command("echo one", "echo $HOTLINE_BUILD $HOTLINE_JAVA_OPTS").printed(WITHIN))
                .isEqualTo("one\nno -XX:TieredStopAtLevel=4 -Xmx2g\n");
    }

    @Test
    void hasWhatItPrintsReadAsItComes() throws Exception {
        var read = command("seq 100000").stream(
                WITHIN, printed -> new String(printed.readAllBytes(), StandardCharsets.UTF_8).length());

        assertThat(read).isEqualTo(588_895);
    }

    @Test
    void failsWithTheCommand() {
        assertThatThrownBy(() -> command("exit 3").printed(WITHIN))
                .isInstanceOf(BenchFailedException.class)
                .hasMessage("hotline exit 3 ended with 3");
        assertThatThrownBy(() -> command("echo", "exit 3").stream(WITHIN, printed -> printed.readAllBytes().length))
                .hasMessage("hotline echo ended with 3");
    }

    @Test
    void endsWhatTakesTooLong() {
        var atOnce = Duration.ofMillis(300);

        assertThatThrownBy(() -> command("exec sleep 600").printed(atOnce))
                .isInstanceOf(BenchFailedException.class)
                .hasMessageContaining("took longer");
        assertThatThrownBy(() -> command("exec sleep 600").stream(atOnce, printed -> printed.readAllBytes().length))
                .isInstanceOf(BenchFailedException.class)
                .hasMessageContaining("ended with");
    }
}
