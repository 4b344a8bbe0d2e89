package org.hotline400.server.recordings.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotline400.server.recordings.RecordingId;
import org.hotline400.server.vault.BlobName;

/// What the catalogue still has to take in: one small file a recording, so that it survives the process and the
/// absence of the database.
final class PendingRecordings {
    private static final String UNFINISHED = ".unfinished";

    private final Path folder;

    PendingRecordings(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    void add(RecordingId id, BlobName name) throws IOException {
        // Under a name of its own first: whoever lists the notes must not see a half-written one.
        Path temporary = Files.createTempFile(folder, id.toString(), UNFINISHED);
        try {
            Files.writeString(temporary, name.value());
            Files.move(temporary, folder.resolve(id.toString()), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    void remove(RecordingId id) throws IOException {
        Files.deleteIfExists(folder.resolve(id.toString()));
    }

    /// At most `most` of them, oldest first. One whose note was torn by a power failure is left out and removed: the
    /// walk over all files at start finds it.
    Map<RecordingId, BlobName> oldest(int most) throws IOException {
        return oldest(most, Set.of());
    }

    /// As [#oldest(int)], without these.
    Map<RecordingId, BlobName> oldest(int most, Set<RecordingId> without) throws IOException {
        Set<String> left = without.stream().map(RecordingId::toString).collect(Collectors.toSet());
        Map<RecordingId, BlobName> found = new TreeMap<>(Comparator.comparing(RecordingId::toString));
        try (Stream<Path> notes = Files.list(folder)) {
            List<Path> fitting = notes.filter(note -> isNote(note, left))
                    .sorted()
                    .limit(most)
                    .toList();
            for (Path note : fitting) {
                read(note, found);
            }
        }
        return found;
    }

    private static boolean isNote(Path file, Set<String> without) {
        String name = file.getFileName().toString();
        return !name.endsWith(UNFINISHED) && !without.contains(name);
    }

    private static void read(Path note, Map<RecordingId, BlobName> into) throws IOException {
        try {
            into.put(RecordingId.of(note.getFileName().toString()), new BlobName(Files.readString(note)));
        } catch (IllegalArgumentException torn) {
            Files.deleteIfExists(note);
        }
    }
}
