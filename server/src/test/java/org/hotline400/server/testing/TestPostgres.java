package org.hotline400.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline400.server.database.DataFolder;
import org.hotline400.server.database.EmbeddedPostgres;
import org.hotline400.server.database.EmbeddedPostgres.Durability;
import org.hotline400.server.database.Login;
import org.springframework.util.FileSystemUtils;

/// The one PostgreSQL of this test JVM.
final class TestPostgres {
    static final Login OWNER = new Login("hotline_owner", "owner-in-tests");
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestPostgres() {}

    private static EmbeddedPostgres start() {
        try {
            var path = Files.createTempDirectory("hotline-test-postgres");
            var folder = DataFolder.open(path);
            var server = EmbeddedPostgres.start(folder, Durability.PROCESS);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                folder.close();
                FileSystemUtils.deleteRecursively(path.toFile());
            }));
            execute(server, "create role hotline_owner login createrole createdb password '" + OWNER.password() + "'");
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes an empty database that `hotline_owner` owns and returns its JDBC URL.
    static String emptyDatabase() {
        return newDatabase("");
    }

    static String copyOf(String template) {
        return newDatabase(" template " + template);
    }

    private static String newDatabase(String from) {
        var name = "test_" + COUNT.incrementAndGet();
        execute(SERVER, "create database " + name + " owner hotline_owner" + from);
        return SERVER.jdbcUrl(name);
    }

    static void drop(String url) {
        execute(SERVER, "drop database if exists " + nameIn(url) + " with (force)");
    }

    static String nameIn(String url) {
        return url.substring(url.lastIndexOf('/') + 1, url.indexOf('?'));
    }

    private static void execute(EmbeddedPostgres server, String sql) {
        var admin = server.superuser();
        try (var connection = DriverManager.getConnection(server.jdbcUrl("postgres"), admin.role(), admin.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
