package org.hotline400.server.database.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL that outlived the server that had started it (`kill -9`). It still holds the data folder, on
/// a port nobody remembers; nothing it has committed is lost when it is ended.
public final class OrphanedPostmaster {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanedPostmaster.class);

    private OrphanedPostmaster() {}

    /// Ends the orphan on this folder, if there is one. The caller holds the lock of the data folder, so no
    /// server uses it.
    public static void end(Path data, PostgresCommand command, Duration within) {
        ProcessHandle.allProcesses()
                .filter(process -> isPostgresOn(data, process))
                .forEach(process -> {
                    LOG.warn("ending PostgreSQL {}, left behind by a server that was killed", process.pid());
                    command.stop(data, process, within);
                });
        PostmasterFile.read(data)
                .filter(file -> ProcessHandle.of(file.pid()).isPresent())
                .ifPresent(file -> disown(data));
    }

    /// The process id in the file of a dead postmaster meanwhile belongs to something else, and PostgreSQL
    /// would refuse to start. The file is not deleted, because it also names the shared memory by which
    /// PostgreSQL detects surviving children; our own id, its parent's, is one that PostgreSQL ignores.
    private static void disown(Path data) {
        try {
            var lines = new ArrayList<>(Files.readAllLines(PostmasterFile.file(data)));
            lines.set(0, Long.toString(ProcessHandle.current().pid()));
            Files.write(PostmasterFile.file(data), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPostgresOn(Path data, ProcessHandle process) {
        var arguments = process.info().arguments().map(List::of).orElseGet(() -> commandLine(process.pid()));
        return process.isAlive() && arguments.contains("-D") && arguments.contains(data.toString());
    }

    private static List<String> commandLine(long pid) {
        try {
            return List.of(Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .split("\0"));
        } catch (IOException e) {
            return List.of();
        }
    }
}
