package org.hotline400.server.database.internal.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/// Writes one archive.
public final class ArchiveWriter {
    /// Made anew by every installation, or of no use in another one.
    private static final Set<String> NOT_KEPT = Set.of("postgres", "postgres.new", "logs", "hotline.lock");

    private static final Set<String> SECRETS_NOT_KEPT = Set.of("postgres-superuser", "hotline_owner", "hotline_app");

    private final ZipOutputStream zip;

    private ArchiveWriter(ZipOutputStream zip) {
        this.zip = zip;
    }

    /// Writes the tables that the connection's snapshot sees, and the files of the folder.
    public static Manifest write(Connection snapshot, Path data, Instant now, OutputStream out)
            throws SQLException, IOException {
        try (var zip = new ZipOutputStream(out)) {
            var writer = new ArchiveWriter(zip);
            var version = Schema.version(snapshot);
            var tables = writer.tables(snapshot);
            var sequences = Schema.sequences(snapshot);
            var manifest = new Manifest(Manifest.FORMAT, version, now, tables, sequences, writer.files(data));
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(new JsonMapper().writeValueAsBytes(manifest));
            zip.closeEntry();
            return manifest;
        }
    }

    private List<Manifest.Table> tables(Connection snapshot) throws SQLException, IOException {
        var written = new ArrayList<Manifest.Table>();
        for (var table : Schema.tables(snapshot).entrySet()) {
            written.add(table(snapshot, table.getKey(), table.getValue()));
        }
        return written;
    }

    private Manifest.Table table(Connection snapshot, String name, String columns) throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry("tables/" + name));
        var digest = sha256();
        var rows = snapshot.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select " + columns + " from " + name + ") to stdout",
                        new DigestOutputStream(new Unclosed(zip), digest));
        zip.closeEntry();
        return new Manifest.Table(name, columns, rows, hex(digest));
    }

    private List<Manifest.StoredFile> files(Path data) throws IOException {
        var written = new ArrayList<Manifest.StoredFile>();
        if (Files.isDirectory(data)) {
            try (var found = Files.walk(data)) {
                for (var file : found.filter(Files::isRegularFile).sorted().toList()) {
                    file(data, file).ifPresent(written::add);
                }
            }
        }
        return written;
    }

    private Optional<Manifest.StoredFile> file(Path data, Path file) throws IOException {
        var relative = data.relativize(file);
        if (!isKept(relative)) {
            return Optional.empty();
        }
        var path = relative.toString().replace('\\', '/');
        var digest = sha256();
        try (var content = Files.newInputStream(file)) {
            zip.putNextEntry(new ZipEntry("files/" + path));
            var bytes = content.transferTo(new DigestOutputStream(new Unclosed(zip), digest));
            zip.closeEntry();
            return Optional.of(new Manifest.StoredFile(path, bytes, hex(digest)));
        } catch (NoSuchFileException deletedMeanwhile) {
            return Optional.empty();
        }
    }

    private static boolean isKept(Path relative) {
        var top = relative.getName(0).toString();
        return !NOT_KEPT.contains(top)
                && !top.startsWith("postgresql-")
                && !(top.equals("secrets")
                        && SECRETS_NOT_KEPT.contains(relative.getFileName().toString()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /// One entry's end is not the archive's.
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
