package org.hotline400.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline400.server.kernel.HotlineSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the platform keeps its data: options that every command has which looks at them.
public final class DatabaseOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder for database, recordings and keys (default: data/hotline beside the launcher).")
    private @Nullable Path data;

    @Option(
            names = "--database",
            paramLabel = "JDBC_URL",
            description = "A PostgreSQL 18 server, such as jdbc:postgresql://db.example:5432/hotline; its user and"
                    + " password come from HOTLINE_DATABASE_USER and HOTLINE_DATABASE_PASSWORD (default: an embedded"
                    + " one in the data folder).")
    private @Nullable String url;

    public Path data() {
        return (data == null ? HomeFolder.data() : data).toAbsolutePath().normalize();
    }

    /// The URL of a server; empty for the embedded database.
    public Optional<String> url() {
        if (url != null && !url.startsWith("jdbc:postgresql:")) {
            throw new CommandFailedException(
                    2, "--database takes a JDBC URL such as jdbc:postgresql://db.example:5432/hotline, was " + url);
        }
        return Optional.ofNullable(url);
    }

    /// As the server reads it: user and passwords from the environment.
    public HotlineSettings.Database settings() {
        return new HotlineSettings.Database(
                url().orElse(null),
                environment("HOTLINE_DATABASE_USER").orElse("hotline_owner"),
                environment("HOTLINE_DATABASE_PASSWORD").orElse(""),
                Stream.of("HOTLINE_DATABASE_APP_PASSWORD", "HOTLINE_DATABASE_APPPASSWORD")
                        .flatMap(name -> environment(name).stream())
                        .findFirst()
                        .orElse(""));
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(text -> !text.isEmpty());
    }
}
