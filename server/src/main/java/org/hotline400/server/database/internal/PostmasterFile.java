package org.hotline400.server.database.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What PostgreSQL writes into `postmaster.pid` of its data folder (src/include/utils/pidfile.h): one line
/// each for process id, data folder, start time, port, socket folder, address, shared memory, status.
///
/// @param ready whether clients may come
public record PostmasterFile(long pid, int port, boolean ready) {

    /// Empty when there is none or it is only half written.
    public static Optional<PostmasterFile> read(Path data) {
        try {
            var lines = Files.readAllLines(file(data));
            return lines.isEmpty() ? Optional.empty() : Optional.of(of(lines));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static PostmasterFile of(List<String> lines) {
        return new PostmasterFile(
                Long.parseLong(lines.get(0).strip()),
                lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0,
                lines.size() > 7 && lines.get(7).strip().equals("ready"));
    }

    static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }
}
