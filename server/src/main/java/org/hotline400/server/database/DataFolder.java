package org.hotline400.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The folder that one server keeps everything in: `postgres/`, `recordings/`, `keys/`, `secrets/`, `logs/`.
/// Readable by its owner only. While open it is locked against a second server.
public final class DataFolder implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /// Opens the folder, making it when it is missing.
    ///
    /// @throws DataFolderInUseException when another server has it open
    public static DataFolder open(Path path) {
        try {
            var folder = path.toAbsolutePath().normalize();
            makePrivate(folder);
            return new DataFolder(folder, lock(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the data folder " + path + ": " + e.getMessage(), e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        var file = folder.resolve("hotline.lock");
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new DataFolderInUseException(folder, Files.readString(file).strip());
        }
        channel.truncate(0);
        channel.write(StandardCharsets.UTF_8.encode(
                Long.toString(ProcessHandle.current().pid())));
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException held) {
            return null;
        }
    }

    public Path path() {
        return path;
    }

    /// A folder inside this one, made when it is missing.
    public Path folder(String name) {
        try {
            return makePrivate(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A random secret of 256 bits as hexadecimal text, made at the first call and kept for good, mode 600.
    public String secret(String name) {
        return secret(path, name);
    }

    /// As [#secret(String)], in a folder that somebody else has locked.
    static String secret(Path folder, String name) {
        try {
            var file = makePrivate(folder.resolve("secrets")).resolve(name);
            if (Files.notExists(file)) {
                writeSecret(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeSecret(Path file) throws IOException {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var fresh = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
        Files.writeString(fresh, HexFormat.of().formatHex(bytes));
        Files.move(fresh, file);
    }

    private static Path makePrivate(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return folder;
    }

    /// Gives the lock back.
    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
