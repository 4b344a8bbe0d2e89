package org.hotline400.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyChecksTest {
    @TempDir
    private Path data;

    private Path file(String name, String permissions) throws IOException {
        Path file =
                Files.writeString(Files.createDirectories(data.resolve("keys")).resolve(name), "key");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void saysWhichMasterKeyOthersCanRead() throws IOException {
        assertThat(KeyChecks.masterKey(data, null).level()).isEqualTo(Finding.Level.OK);
        file("master.key", "rw-------");
        assertThat(KeyChecks.masterKey(data, null).level()).isEqualTo(Finding.Level.OK);
        Path old = file("master.17.old", "rw-r-----");

        Finding finding = KeyChecks.masterKey(data, null);

        assertThat(finding.level()).isEqualTo(Finding.Level.FAIL);
        assertThat(finding.toString()).contains(old + " can be read by others", "chmod 600 " + old);
    }

    @Test
    void saysThatItIsMissing() throws IOException {
        Files.createDirectories(data.resolve("postgres"));

        assertThat(KeyChecks.masterKey(data, null).level()).isEqualTo(Finding.Level.FAIL);
        assertThat(KeyChecks.masterKey(data, "set").level()).isEqualTo(Finding.Level.OK);
    }

    @Test
    void saysThatARotationWasNotEnded() throws IOException {
        file("master.key", "rw-------");
        file("master.new", "rw-------");

        assertThat(KeyChecks.masterKey(data, null).level()).isEqualTo(Finding.Level.WARN);
    }
}
