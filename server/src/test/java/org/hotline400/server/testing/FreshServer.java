package org.hotline400.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/// Gives a server under test an empty database, an empty data folder and free ports.
final class FreshServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var data = emptyFolder();
        var database = TestDatabase.settings(TestPostgres.emptyDatabase());
        TestPropertyValues.of(
                        "hotline.data=" + data,
                        "hotline.http=127.0.0.1:0",
                        "hotline.sip.bind=127.0.0.1:0",
                        // Nobody in a test answers the lines that its plans name.
                        "hotline.forward-targets.confirm=false",
                        // What a test bills, it bills itself.
                        "hotline.billing.issue-day=0",
                        "hotline.database.url=" + database.url(),
                        "hotline.database.user=" + database.user(),
                        "hotline.database.password=" + database.password())
                .applyTo(context);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(data.toFile())));
    }

    private static Path emptyFolder() {
        try {
            return Files.createTempDirectory("hotline-test-data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
