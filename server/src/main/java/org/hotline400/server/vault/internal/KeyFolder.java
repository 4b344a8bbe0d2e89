package org.hotline400.server.vault.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hotline400.server.vault.cipher.AesGcm;

/// The folder `keys` with the master key in files:
///
/// * `master.key` — the one that wraps now,
/// * `master.new` — the one that is to follow it, while a rotation is under way,
/// * `master.<id>.old` — one that wrapped before; removed by `./hotline keys rotate --forget`.
///
/// Every file is complete and on the disk before it gets its name.
final class KeyFolder {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final String OLD = ".old";

    private final Path folder;

    KeyFolder(Path folder) {
        this.folder = folder;
    }

    /// Where the current key is, or would be.
    Path currentFile() {
        return folder.resolve("master.key");
    }

    private Path newFile() {
        return folder.resolve("master.new");
    }

    private Path oldFile(MasterKey key) {
        return folder.resolve("master." + key.id() + OLD);
    }

    /// The one that wraps now.
    ///
    /// @throws IllegalArgumentException when it is malformed or its file can be read by others
    Optional<MasterKey> current() throws IOException {
        return read(currentFile());
    }

    /// The one that a rotation began with and did not end.
    Optional<MasterKey> begun() throws IOException {
        return read(newFile());
    }

    /// Those that wrapped before.
    List<MasterKey> old() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(KeyFolder::isOld).sorted().toList();
        }
        List<MasterKey> keys = new java.util.ArrayList<>();
        for (Path file : files) {
            read(file).ifPresent(keys::add);
        }
        return keys;
    }

    private static boolean isOld(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("master.") && name.endsWith(OLD);
    }

    private static Optional<MasterKey> read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IllegalArgumentException(file + " can be read by others; run: chmod 600 " + file);
        }
        return Optional.of(MasterKey.parse(Files.readString(file), file.toString()));
    }

    /// Makes the first one. Of two processes that do, one's key counts for both.
    MasterKey create() throws IOException {
        write(currentFile());
        return current().orElseThrow();
    }

    /// Makes the one that is to follow, or finds the one that a broken-off rotation made.
    MasterKey begin() throws IOException {
        if (Files.notExists(newFile())) {
            write(newFile());
        }
        return begun().orElseThrow();
    }

    private void write(Path file) throws IOException {
        Path fresh = Files.createTempFile(folder, "master", ".tmp", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        byte[] text = Base64.getEncoder().encode(AesGcm.random(AesGcm.KEY_BYTES));
        Files.write(fresh, text, StandardOpenOption.SYNC);
        // Unlike a move, a link never replaces a key that another process has just made.
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException otherWasFirst) {
            return;
        } finally {
            Files.delete(fresh);
            settle();
        }
    }

    /// Keeps the current key as an old one. May be interrupted and run again.
    void keepCurrent() throws IOException {
        MasterKey key = current().orElseThrow();
        try {
            Files.createLink(oldFile(key), currentFile());
        } catch (FileAlreadyExistsException keptBefore) {
            return;
        } finally {
            settle();
        }
    }

    /// Makes the one that follows the current one.
    void finish() throws IOException {
        Files.move(newFile(), currentFile(), StandardCopyOption.ATOMIC_MOVE);
        settle();
    }

    /// Removes an old one.
    void forget(MasterKey old) throws IOException {
        Files.delete(oldFile(old));
        settle();
    }

    /// A new name is a change of the folder; without this it may be lost with the power.
    private void settle() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
