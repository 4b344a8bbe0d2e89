package org.hotline400.server.recordings.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One folder a process, with a lock that the operating system takes back when the process dies, however it dies. So
/// what lies in a folder that can be locked belongs to nobody any more.
final class ProcessFolders {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessFolders.class);
    private static final String LOCK = "lock";

    private final Path root;
    private final Path own;
    private final FileChannel lock;

    ProcessFolders(Path root) throws IOException {
        this.root = root;
        own = Files.createDirectories(root.resolve(UUID.randomUUID().toString()));
        lock = FileChannel.open(own.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock.lock();
    }

    Path own() {
        return own;
    }

    /// Tells the files of dead processes, and those of this one that are not live. Emptied folders go.
    void forEachOrphan(Predicate<Path> live, Consumer<Path> visitor) throws IOException {
        for (Path folder : list(root)) {
            // One folder that cannot be read must not hide the others.
            try {
                visit(folder, live, visitor);
            } catch (IOException | RuntimeException e) {
                LOG.error("cannot recover what is in {}: {}; trying again later", folder, String.valueOf(e));
            }
        }
    }

    private void visit(Path folder, Predicate<Path> live, Consumer<Path> visitor) throws IOException {
        if (folder.equals(own)) {
            files(folder).filter(live.negate()).forEach(visitor);
        } else {
            visitDead(folder, visitor);
        }
    }

    private void visitDead(Path folder, Consumer<Path> visitor) throws IOException {
        try (FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (tryLock(channel) == null) {
                return;
            }
            files(folder).forEach(visitor);
            if (files(folder).findAny().isEmpty()) {
                Files.deleteIfExists(folder.resolve(LOCK));
                remove(folder);
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    private static Stream<Path> files(Path folder) throws IOException {
        return list(folder).stream()
                .filter(file -> !file.getFileName().toString().equals(LOCK));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private static void remove(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException inUse) {
            // Something is left for the next time.
            return;
        }
    }

    void close() throws IOException {
        if (files(own).findAny().isEmpty()) {
            Files.deleteIfExists(own.resolve(LOCK));
            remove(own);
        }
        lock.close();
    }
}
