package org.hotline400.server.database.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.hotline400.server.database.DatabaseFailedException;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs, unpacked from the jar once per machine user and version.
public final class PostgresBinaries {
    /// Part of the folder's name, so that a new release unpacks its own programs.
    private static final String VERSION = "18.6.0";

    private PostgresBinaries() {}

    /// The folder that holds `bin/postgres`.
    ///
    /// @param fallback where to unpack when the user has no cache folder to write to
    public static Path unpacked(Path fallback) {
        var name = "postgresql-" + VERSION + "-" + architecture();
        var home = cacheFolder().orElse(fallback).resolve(name);
        if (Files.isExecutable(home.resolve("bin/postgres"))) {
            return home;
        }
        try {
            return unpack(home);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack PostgreSQL into " + home + ": " + e.getMessage(), e);
        }
    }

    private static Optional<Path> cacheFolder() {
        var xdg = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(text -> !text.isBlank())
                .map(Path::of);
        var cache = xdg.orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("hotline400");
        try {
            Files.createDirectories(cache);
            return Optional.of(cache).filter(Files::isWritable);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other ->
                throw new DatabaseFailedException("there is no embedded PostgreSQL for " + other
                        + ": name a PostgreSQL 18 server with --database JDBC_URL");
        };
    }

    /// Unpacks beside the target and renames, so that a half-unpacked folder is never taken for a whole one
    /// and two servers that start together do not disturb each other.
    private static Path unpack(Path home) throws IOException {
        var fresh = Files.createTempDirectory(Files.createDirectories(home.getParent()), "unpacking");
        try (var archive = open();
                var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, fresh);
            }
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            requireUnpacked(home, e);
        } finally {
            FileSystemUtils.deleteRecursively(fresh);
        }
        return home;
    }

    private static void requireUnpacked(Path home, FileSystemException reason) throws IOException {
        if (!Files.isExecutable(home.resolve("bin/postgres"))) {
            throw reason;
        }
    }

    private static InputStream open() {
        var resource = "/postgres-linux-" + architecture() + ".txz";
        var archive = PostgresBinaries.class.getResourceAsStream(resource);
        if (archive == null) {
            throw new DatabaseFailedException(
                    "the jar lacks " + resource + ": name a PostgreSQL 18 server with --database JDBC_URL");
        }
        return archive;
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive reaches out of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            if ((entry.getMode() & 0100) != 0) {
                makeExecutable(target);
            }
        }
    }

    private static void makeExecutable(Path file) throws IOException {
        Files.setPosixFilePermissions(
                file,
                Set.of(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.OWNER_EXECUTE));
    }
}
