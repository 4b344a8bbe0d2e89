package org.hotline400.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hotline400.server.Hotline400Server;
import org.hotline400.server.RunningServer;
import org.hotline400.server.ServerOptions;
import org.hotline400.server.identity.ApiKeys;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.HotlineSettings.Database;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.numbers.NumberDirectory;
import org.hotline400.server.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final HotlineNumber NUMBER = new HotlineNumber("4001234567");

    @TempDir
    Path place;

    @Test
    void what_is_taken_from_a_running_server_comes_back_in_a_new_place() throws IOException {
        var file = place.resolve("backup.zip");
        String key;
        BackupReport taken;
        try (var server = start("old")) {
            key = server.firstOperatorKey().orElseThrow();
            var shop = server.context().getBean(Tenants.class).create("母婴店 Mother and baby");
            server.context().getBean(HotlineNumbers.class).assign(NUMBER, shop.id(), new Actor("Test", "a\ttest\n"));
            Files.createDirectories(place.resolve("old/recordings/2026"));
            Files.writeString(place.resolve("old/recordings/2026/one.enc"), "sealed");
            taken = Backup.write(place.resolve("old"), Database.embedded(), file);
        }
        assertThat(taken.rows()).isGreaterThan(5);

        var restored = Backup.restore(file, place.resolve("new"), Database.embedded());

        assertThat(restored).isEqualTo(taken);
        assertThat(place.resolve("new/recordings/2026/one.enc")).hasContent("sealed");
        try (var server = start("new")) {
            assertThat(server.firstOperatorKey()).isEmpty();
            assertThat(server.context().getBean(ApiKeys.class).authenticate(key))
                    .isPresent();
            var number =
                    server.context().getBean(NumberDirectory.class).find(NUMBER).orElseThrow();
            assertThat(server.context().getBean(Tenants.class).find(number.tenant()))
                    .hasValueSatisfying(shop -> assertThat(shop.name()).isEqualTo("母婴店 Mother and baby"));
        }
        assertThatThrownBy(() -> Backup.restore(file, place.resolve("new"), Database.embedded()))
                .isInstanceOf(DatabaseFailedException.class)
                .hasMessageContaining("is not empty");
        assertThatThrownBy(() -> Backup.write(place.resolve("new"), Database.embedded(), file))
                .isInstanceOf(DatabaseFailedException.class)
                .hasMessageContaining("exists");
    }

    @Test
    void a_damaged_file_is_refused_before_anything_is_touched() throws IOException {
        var file = place.resolve("backup.zip");
        try (var database = TestDatabase.create()) {
            var owner = database.access().owner();
            var settings = new Database(database.access().url(), owner.role(), owner.password(), "");
            Files.createDirectories(place.resolve("data"));
            Files.writeString(place.resolve("data/recording.enc"), "sealed in a file that is stored well enough");
            Backup.write(place.resolve("data"), settings, file);
        }
        var bytes = Files.readAllBytes(file);
        // A stretch, not a byte: some bytes of a ZIP, such as times, say nothing of its content.
        for (var at = bytes.length / 3; at < bytes.length / 3 + 300; at++) {
            bytes[at] ^= 0x55;
        }
        Files.write(file, bytes);

        assertThatThrownBy(() -> Backup.restore(file, place.resolve("new"), Database.embedded()))
                .isInstanceOfAny(DatabaseFailedException.class, java.io.UncheckedIOException.class);
        assertThat(place.resolve("new")).doesNotExist();
    }

    @Test
    void what_is_no_backup_is_refused() throws IOException {
        var file = Files.writeString(place.resolve("letter.txt"), "Dear all");

        assertThatThrownBy(() -> Backup.restore(file, place.resolve("new"), Database.embedded()))
                .isInstanceOf(DatabaseFailedException.class)
                .hasMessageContaining("is no backup");
    }

    private RunningServer start(String folder) {
        var loopback = InetAddress.getLoopbackAddress();
        return Hotline400Server.start(ServerOptions.in(place.resolve(folder))
                .withHttp(new InetSocketAddress(loopback, 0))
                .withSip(new InetSocketAddress(loopback, 0)));
    }
}
