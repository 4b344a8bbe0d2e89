package org.hotline400.server.recordings.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {
    @TempDir
    private Path folder;

    @Test
    void isMadeOnceAndReadByItsOwnerOnly() throws IOException {
        MasterKey made = MasterKey.load(null, folder);

        assertThat(MasterKey.load(null, folder).id()).isEqualTo(made.id());
        Path file = folder.resolve("master.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void comesFromTheEnvironmentWhenItIsThere() throws IOException {
        String key = Base64.getEncoder().encodeToString(new byte[32]);

        assertThat(MasterKey.load(key, folder).id()).isEqualTo(new MasterKey(new byte[32]).id());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        assertThatThrownBy(() -> MasterKey.load("c2hvcnQ=", folder))
                .hasMessageContaining("HOTLINE_MASTER_KEY is no master key: it must be 32 bytes in Base64");
        MasterKey.load(null, folder);
        Path file = folder.resolve("master.key");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> MasterKey.load(null, folder)).hasMessageContaining("chmod 600 " + file);
    }

    @Test
    void signsTheSameTextAlikeAndAnotherOtherwise() {
        var key = new MasterKey(new byte[32]);

        assertThat(key.sign("a"))
                .isEqualTo(new MasterKey(new byte[32]).sign("a"))
                .isNotEqualTo(key.sign("b"));
        assertThat(new MasterKey(AesGcm.random(32)).sign("a")).isNotEqualTo(key.sign("a"));
    }
}
