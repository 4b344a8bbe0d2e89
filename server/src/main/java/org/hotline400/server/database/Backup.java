package org.hotline400.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.flywaydb.core.api.MigrationVersion;
import org.hotline400.server.database.internal.Connections;
import org.hotline400.server.database.internal.Migrations;
import org.hotline400.server.database.internal.backup.ArchiveReader;
import org.hotline400.server.database.internal.backup.ArchiveWriter;
import org.hotline400.server.database.internal.backup.Manifest;
import org.hotline400.server.kernel.HotlineSettings;

/// Takes everything that the platform keeps into one file, and brings it back into an empty place.
///
/// The tables are those of one instant. The files of the data folder are read right after, so that every
/// recording that a table names is there (one that was made meanwhile is there without its row). The file
/// holds the keys of the recordings, and must be guarded like them.
public final class Backup {
    private Backup() {}

    /// Writes a backup; the server may be running.
    ///
    /// @param target must not exist
    /// @throws DatabaseFailedException when there is nothing to take or no database to take it from
    public static BackupReport write(Path data, HotlineSettings.Database database, Path target) {
        if (Files.exists(target)) {
            throw new DatabaseFailedException(target + " exists: name a new file");
        }
        return StoredDatabase.visit(data, database, access -> write(access, data, target));
    }

    private static BackupReport write(DatabaseAccess access, Path data, Path target) {
        var unfinished = target.resolveSibling(target.getFileName() + ".part");
        try (var connection = Connections.open(access.url(), access.owner());
                var out = Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW)) {
            freeze(connection);
            var manifest =
                    ArchiveWriter.write(connection, data, Clock.systemUTC().instant(), out);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            return report(manifest);
        } catch (SQLException e) {
            throw new DatabaseFailedException("the backup failed: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("the backup failed: " + e.getMessage(), e);
        } finally {
            unfinished.toFile().delete();
        }
    }

    /// One instant for all tables, and the rows of every tenant.
    private static void freeze(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        try (var statement = connection.createStatement()) {
            statement.execute("set local hotline.tenant = '*'");
        }
    }

    /// Brings a backup back. The server starts on it as on its own.
    ///
    /// @param data a folder that is empty or missing
    /// @param database the embedded one, or an empty one by URL
    /// @throws DatabaseFailedException when the file is no backup or is damaged, or the place is not empty;
    ///     nothing has been changed then
    public static BackupReport restore(Path source, Path data, HotlineSettings.Database database) {
        requireEmpty(data);
        try (var archive = ArchiveReader.open(source);
                var folder = DataFolder.open(data);
                var server = DatabaseServer.start(database, folder)) {
            var access = server.access();
            requireEmpty(access);
            Migrations.runTo(
                    access, MigrationVersion.fromVersion(archive.manifest().version()));
            try (var owner = Connections.open(access.url(), access.owner())) {
                archive.restoreTables(owner);
            }
            archive.restoreFiles(data.toAbsolutePath().normalize());
            Migrations.run(access);
            return report(archive.manifest());
        } catch (SQLException e) {
            throw new DatabaseFailedException("the restore failed: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("the restore failed: " + e.getMessage(), e);
        }
    }

    private static void requireEmpty(Path data) {
        if (Files.notExists(data)) {
            return;
        }
        try (var content = Files.list(data)) {
            if (content.findAny().isPresent()) {
                throw new DatabaseFailedException(
                        "the folder " + data + " is not empty: restore into a new one (--data DIR)");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireEmpty(DatabaseAccess access) throws SQLException {
        try (var owner = Connections.open(access.url(), access.owner());
                var statement = owner.createStatement();
                var rows = statement.executeQuery("select to_regclass('kernel.flyway_schema_history') is not null")) {
            if (rows.next() && rows.getBoolean(1)) {
                throw new DatabaseFailedException(
                        "the database " + access.url() + " is not empty: restore into a new one");
            }
        }
    }

    private static BackupReport report(Manifest manifest) {
        return new BackupReport(
                manifest.version(),
                manifest.tables().size(),
                manifest.tables().stream().mapToLong(Manifest.Table::rows).sum(),
                manifest.files().size());
    }
}
