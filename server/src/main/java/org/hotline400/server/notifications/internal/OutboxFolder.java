package org.hotline400.server.notifications.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// A folder that takes messages where no service does, for a newcomer to read: the newest thousand.
final class OutboxFolder {
    private static final int MOST = 1000;

    private final Path folder;

    OutboxFolder(Path folder) {
        this.folder = folder;
    }

    interface Content {
        void write(Path file) throws IOException;
    }

    /// @param name sorts by time
    synchronized Outcome put(String name, Content content) {
        try {
            var draft = Files.createTempFile(folder, name, ".new");
            content.write(draft);
            Files.move(draft, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            removeOldest();
            return Outcome.taken("kept in " + folder.getFileName() + "/" + name);
        } catch (IOException e) {
            return Outcome.failed("folder: " + e.getMessage());
        }
    }

    private void removeOldest() throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.sorted().toList();
        }
        for (var file : files.subList(0, Math.max(0, files.size() - MOST))) {
            Files.deleteIfExists(file);
        }
    }
}
