package org.hotline400.bench.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.hotline400.bench.BenchFailedException;

/// The way into the embedded PostgreSQL from outside: its port and the superuser's password lie in the data folder.
public final class PlatformDatabase {
    /// In `postmaster.pid`.
    private static final int PORT_LINE = 3;

    private PlatformDatabase() {}

    public static Connection connect(PlatformUnderTest platform) {
        Path data = platform.data();
        try {
            var port = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                    .get(PORT_LINE)
                    .strip();
            var password = Files.readString(data.resolve("secrets").resolve("postgres-superuser"))
                    .strip();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/hotline?sslmode=disable", "postgres", password);
        } catch (IOException | SQLException e) {
            throw new BenchFailedException("the platform's embedded PostgreSQL cannot be asked: " + e.getMessage());
        }
    }
}
