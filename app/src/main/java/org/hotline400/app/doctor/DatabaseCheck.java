package org.hotline400.app.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import org.hotline400.app.Endpoint;
import org.hotline400.server.kernel.HotlineSettings;

/// The database: whether the embedded one can start here, or the one by URL can be used.
final class DatabaseCheck implements Check {
    private static final String PART = "Database";
    private static final String SECONDS_TO_CONNECT = "5";
    private static final int OLDEST_VERSION = 180_000;

    private final Path data;
    private final HotlineSettings.Database settings;

    DatabaseCheck(Path data, HotlineSettings.Database settings) {
        this.data = data;
        this.settings = settings;
    }

    @Override
    public Finding look() {
        return settings.server().map(this::byUrl).orElseGet(this::embedded);
    }

    private Finding embedded() {
        if (Endpoint.of(data).isPresent()) {
            return Finding.ok(PART, "embedded, in use by the platform that runs on " + data);
        }
        var binaries = "postgres-linux-" + architecture() + ".txz";
        if (DatabaseCheck.class.getResource("/" + binaries) == null) {
            return Finding.fail(
                    PART,
                    "no embedded PostgreSQL for " + System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                    "--database jdbc:postgresql://… of a PostgreSQL 18 server");
        }
        return Finding.ok(
                PART,
                "embedded PostgreSQL 18" + (Files.exists(data.resolve("postgres")) ? ", has data" : ", will be made"));
    }

    private static String architecture() {
        var arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return arch.equals("aarch64") || arch.equals("arm64") ? "arm_64" : "x86_64";
    }

    private Finding byUrl(String url) {
        var login = new Properties();
        login.setProperty("user", settings.user());
        login.setProperty("password", settings.password());
        login.setProperty("loginTimeout", SECONDS_TO_CONNECT);
        login.setProperty("socketTimeout", SECONDS_TO_CONNECT);
        try (var connection = DriverManager.getConnection(url, login)) {
            return connected(connection);
        } catch (SQLException e) {
            return Finding.fail(
                    PART,
                    "cannot connect as " + settings.user() + ": " + firstLine(e),
                    "check the URL, HOTLINE_DATABASE_USER and HOTLINE_DATABASE_PASSWORD, and pg_hba.conf");
        }
    }

    private Finding connected(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select current_setting('server_version_num')::int,
                               current_setting('server_version'),
                               has_database_privilege(current_database(), 'create'),
                               (select rolcreaterole or rolsuper from pg_roles where rolname = current_user)
                               or exists (select from pg_roles where rolname = 'hotline_app')""")) {
            row.next();
            if (row.getInt(1) < OLDEST_VERSION) {
                return Finding.fail(PART, "PostgreSQL " + row.getString(2) + ", 18 is needed", "upgrade the server");
            }
            if (!row.getBoolean(3)) {
                return Finding.fail(
                        PART,
                        settings.user() + " may not create schemas",
                        "grant create on database … to " + settings.user());
            }
            return row.getBoolean(4)
                    ? Finding.ok(PART, "PostgreSQL " + row.getString(2) + ", as " + settings.user())
                    : Finding.fail(
                            PART,
                            "there is no role hotline_app, and " + settings.user() + " may not make it",
                            "alter role " + settings.user() + " createrole, or create role hotline_app login");
        }
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
