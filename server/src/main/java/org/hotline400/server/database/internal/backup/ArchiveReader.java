package org.hotline400.server.database.internal.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.hotline400.server.database.DatabaseFailedException;
import org.postgresql.PGConnection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads one archive.
public final class ArchiveReader implements AutoCloseable {
    private final ZipFile zip;
    private final Manifest manifest;

    private ArchiveReader(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /// Opens an archive and looks whether each entry is what was written.
    ///
    /// @throws DatabaseFailedException when it is no backup, of a later format, or damaged
    public static ArchiveReader open(Path source) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(source.toFile());
        } catch (java.util.zip.ZipException e) {
            throw new DatabaseFailedException(source + " is no backup: " + e.getMessage(), e);
        }
        try {
            var reader = new ArchiveReader(zip, manifest(zip, source));
            reader.verify(source);
            return reader;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Manifest manifest(ZipFile zip, Path source) throws IOException {
        var entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new DatabaseFailedException(source + " is no backup: it has no " + Manifest.ENTRY);
        }
        try (var content = zip.getInputStream(entry)) {
            var manifest = new JsonMapper().readValue(content, Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new DatabaseFailedException(
                        source + " has the format " + manifest.format() + ", which this release does not read");
            }
            return manifest;
        } catch (JacksonException e) {
            throw new DatabaseFailedException(source + " is no backup: its manifest cannot be read", e);
        }
    }

    private void verify(Path source) throws IOException {
        for (var table : manifest.tables()) {
            verify(source, table.entry(), table.sha256());
        }
        for (var file : manifest.files()) {
            verify(source, file.entry(), file.sha256());
        }
    }

    private void verify(Path source, String entry, String expected) throws IOException {
        var digest = ArchiveWriter.sha256();
        try (var content = new DigestInputStream(content(entry), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        if (!ArchiveWriter.hex(digest).equals(expected)) {
            throw new DatabaseFailedException(source + " is damaged: " + entry + " is not what was written");
        }
    }

    private InputStream content(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new DatabaseFailedException(zip.getName() + " is damaged: " + name + " is missing");
        }
        return zip.getInputStream(entry);
    }

    public Manifest manifest() {
        return manifest;
    }

    /// Puts the files into the folder.
    public void restoreFiles(Path data) throws IOException {
        for (var file : manifest.files()) {
            var target = data.resolve(file.path()).normalize();
            if (!target.startsWith(data)) {
                throw new DatabaseFailedException(zip.getName() + " reaches out of the data folder: " + file.path());
            }
            Files.createDirectories(
                    target.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            try (var content = content(file.entry())) {
                Files.copy(content, target);
            }
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /// Fills the tables, as their owner, in one transaction: what the migrations put there goes, row security
    /// and triggers rest meanwhile.
    public void restoreTables(Connection owner) throws SQLException, IOException {
        owner.setAutoCommit(false);
        var forced = Schema.forced(owner);
        execute(
                owner,
                "truncate "
                        + manifest.tables().stream().map(Manifest.Table::name).collect(Collectors.joining(", ")));
        for (var table : forced) {
            execute(owner, "alter table " + table + " no force row level security");
        }
        for (var table : manifest.tables()) {
            execute(owner, "alter table " + table.name() + " disable trigger user");
            fill(owner, table);
        }
        for (var table : manifest.tables()) {
            execute(owner, "alter table " + table.name() + " enable trigger user");
        }
        for (var table : forced) {
            execute(owner, "alter table " + table + " force row level security");
        }
        for (var sequence : manifest.sequences()) {
            resume(owner, sequence);
        }
        owner.commit();
    }

    private void fill(Connection owner, Manifest.Table table) throws SQLException, IOException {
        try (var content = content(table.entry())) {
            var rows = owner.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table.name() + " (" + table.columns() + ") from stdin", content);
            if (rows != table.rows()) {
                throw new DatabaseFailedException(
                        table.name() + " took " + rows + " rows of the " + table.rows() + " in the backup");
            }
        }
        // Deferred trigger events would keep the triggers from being switched on again.
        execute(owner, "set constraints all immediate");
    }

    private static void resume(Connection owner, Manifest.Sequence sequence) throws SQLException {
        try (var statement = owner.prepareStatement("select setval(?::regclass, ?, ?)")) {
            statement.setString(1, sequence.name());
            statement.setLong(2, sequence.value());
            statement.setBoolean(3, sequence.called());
            statement.execute();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
