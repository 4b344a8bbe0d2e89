package org.hotline400.server.vault.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hotline400.server.vault.BlobName;
import org.hotline400.server.vault.BlobStore;

/// A [BlobStore] in a folder. A new file is complete and on the disk before it gets its name; until then it is
/// in
/// `.unfinished`, which no name leads to. The folder belongs to one process, as the data folder does.
public final class FolderBlobStore implements BlobStore {
    private static final String UNFINISHED = ".unfinished";

    private final Path root;
    private final Path unfinished;

    /// Opens the folder, and removes what a process left unfinished that died while it wrote.
    public FolderBlobStore(Path root) throws IOException {
        this.root = Files.createDirectories(root).toRealPath();
        this.unfinished = Files.createDirectories(this.root.resolve(UNFINISHED));
        sweep();
    }

    private void sweep() throws IOException {
        try (Stream<Path> left = Files.list(unfinished)) {
            for (Path file : left.toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void put(BlobName name, InputStream content) throws IOException {
        Path target = newFile(name);
        Path temporary = Files.createTempFile(unfinished, "", "");
        try {
            Files.copy(content, temporary, StandardCopyOption.REPLACE_EXISTING);
            settle(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    @Override
    public void adopt(BlobName name, Path file) throws IOException {
        settle(file, newFile(name));
    }

    private Path newFile(BlobName name) throws IOException {
        Path target = path(name);
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(name.value());
        }
        Files.createDirectories(target.getParent());
        return target;
    }

    private static void settle(Path file, Path target) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        // The new name is a change of the folder; without this it may be lost with the power.
        try (FileChannel folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    @Override
    public SeekableByteChannel open(BlobName name) throws IOException {
        return Files.newByteChannel(path(name), StandardOpenOption.READ);
    }

    @Override
    public boolean shred(BlobName name, int bytes) throws IOException {
        Path file = path(name);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate((int) Math.min(bytes, channel.size()));
            while (zeros.hasRemaining()) {
                channel.write(zeros);
            }
            channel.force(true);
        } catch (NoSuchFileException gone) {
            return false;
        }
        return Files.deleteIfExists(file);
    }

    @Override
    public void forEach(Consumer<BlobName> visitor) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> !file.startsWith(unfinished))
                    .filter(Files::isRegularFile)
                    .map(file -> new BlobName(root.relativize(file).toString()))
                    .forEach(visitor);
        }
    }

    private Path path(BlobName name) {
        return root.resolve(name.value());
    }
}
