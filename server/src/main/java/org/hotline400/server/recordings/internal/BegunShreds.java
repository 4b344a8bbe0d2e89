package org.hotline400.server.recordings.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.hotline400.server.recordings.RecordingId;

/// Which recordings this node has begun to shred: an empty file each, on the disk before the shredding starts. So a
/// file that is missing because its deletion was interrupted is told from one that was never here.
final class BegunShreds {
    private final Path folder;

    BegunShreds(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    boolean contains(RecordingId id) {
        return Files.exists(note(id));
    }

    void add(RecordingId id) throws IOException {
        try (FileChannel file = FileChannel.open(note(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        // The new name is a change of the folder; without this it may be lost with the power.
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    void remove(RecordingId id) throws IOException {
        Files.deleteIfExists(note(id));
    }

    private Path note(RecordingId id) {
        return folder.resolve(id.toString());
    }
}
