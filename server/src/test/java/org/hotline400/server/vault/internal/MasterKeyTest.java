package org.hotline400.server.vault.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.hotline400.server.vault.MasterKeyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {
    private static final byte[] DATA_KEY = new byte[32];

    @TempDir
    private Path folder;

    @Test
    void isMadeOnceAndReadByItsOwnerOnly() throws IOException {
        var keys = new KeyFolder(folder);
        assertThat(keys.current()).isEmpty();
        MasterKey made = keys.create();

        assertThat(keys.create().id()).isEqualTo(made.id());
        Path file = folder.resolve("master.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void comesFromTheEnvironmentWhenItIsThereAndTheFileStillUnwraps() throws IOException {
        MasterKey filed = new KeyFolder(folder).create();
        String key = Base64.getEncoder().encodeToString(new byte[32]);

        MasterKeys loaded = MasterKeys.load(Map.of(MasterKeys.CURRENT, key)::get, new KeyFolder(folder))
                .orElseThrow();

        assertThat(loaded.current().id()).isEqualTo(new MasterKey(new byte[32], "a test").id());
        assertThat(loaded.all()).extracting(one -> one.id()).contains(filed.id());
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        var keys = new KeyFolder(folder);
        assertThatThrownBy(() -> MasterKeys.load(Map.of(MasterKeys.CURRENT, "c2hvcnQ=")::get, keys))
                .hasMessageContaining("HOTLINE_MASTER_KEY is no master key: it must be 32 bytes in Base64");
        assertThatThrownBy(() -> MasterKeys.load(Map.of(MasterKeys.CURRENT, "nobody-kms:key/1")::get, keys))
                .hasMessageContaining("no MasterKeyProvider for this scheme");
        keys.create();
        Path file = folder.resolve("master.key");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(keys::current).hasMessageContaining("chmod 600 " + file);
    }

    @Test
    void unwrapsWhatItWrappedForTheSamePlaceOnly() {
        var key = new MasterKey(new byte[32], "a test");
        byte[] wrapped = key.wrap(DATA_KEY, "here");

        assertThat(new MasterKey(new byte[32], "another object").unwrap(wrapped, "here"))
                .isEqualTo(DATA_KEY);
        assertThatThrownBy(() -> key.unwrap(wrapped, "there")).isInstanceOf(MasterKeyException.Refused.class);
        for (int at = 0; at < wrapped.length; at++) {
            byte[] changed = wrapped.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> key.unwrap(changed, "here"))
                    .as("changed at %d", at)
                    .isInstanceOf(MasterKeyException.Refused.class);
        }
    }
}
