package org.hotline400.server.recordings.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hotline400.server.recordings.BlobName;
import org.hotline400.server.recordings.RecordingId;

/// What the catalogue still has to take in: one small file a recording, so that it survives the process and the
/// absence of the database.
final class PendingRecordings {
    private final Path folder;

    PendingRecordings(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    void add(RecordingId id, BlobName name) throws IOException {
        Files.writeString(folder.resolve(id.toString()), name.value());
    }

    void remove(RecordingId id) throws IOException {
        Files.deleteIfExists(folder.resolve(id.toString()));
    }

    /// At most `most` of them, oldest first. One whose note was torn by a power failure is left out and removed: the
    /// walk over all files at start finds it.
    Map<RecordingId, BlobName> oldest(int most) throws IOException {
        Map<RecordingId, BlobName> found = new TreeMap<>(Comparator.comparing(RecordingId::toString));
        try (Stream<Path> notes = Files.list(folder)) {
            for (Path note : notes.sorted().limit(most).toList()) {
                read(note, found);
            }
        }
        return found;
    }

    private static void read(Path note, Map<RecordingId, BlobName> into) throws IOException {
        try {
            into.put(RecordingId.of(note.getFileName().toString()), new BlobName(Files.readString(note)));
        } catch (IllegalArgumentException torn) {
            Files.deleteIfExists(note);
        }
    }
}
