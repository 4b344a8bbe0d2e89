package org.hotline400.bench.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Everything that must not outlive the bench: its child processes with all their descendants, and its temporary
/// folders. What is left when the bench ends, by Ctrl-C for example, is ended and removed then.
public final class Children {
    private static final Duration FORCED_WITHIN = Duration.ofSeconds(5);
    /// PostgreSQL's own processes end by themselves when their postmaster has.
    private static final Duration ORPHANS_WITHIN = Duration.ofSeconds(10);
    private static final Duration GRACE_AT_EXIT = Duration.ofSeconds(20);

    private static final Set<Process> PROCESSES = ConcurrentHashMap.newKeySet();
    private static final Set<Path> FOLDERS = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Children::endAll, "end-children"));
    }

    private Children() {}

    /// Starts a child in a session of its own, so that Ctrl-C reaches the bench alone, which then ends it in order.
    public static Process start(ProcessBuilder builder) throws IOException {
        var command = builder.command();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.addFirst("/usr/bin/setsid");
        }
        var process = builder.start();
        PROCESSES.add(process);
        var _ = process.onExit().thenRun(() -> PROCESSES.remove(process));
        return process;
    }

    /// Ends it with SIGTERM, by force when it has not ended in this time, and its descendants with it.
    public static void end(Process process, Duration within) {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroy();
        if (!ended(process.toHandle(), within)) {
            process.destroyForcibly();
            ended(process.toHandle(), FORCED_WITHIN);
        }
        // The first is the postmaster: the others leave when it does.
        for (var orphan : descendants) {
            if (orphan.isAlive()) {
                orphan.destroy();
            }
        }
        for (var orphan : descendants) {
            if (!ended(orphan, ORPHANS_WITHIN)) {
                orphan.destroyForcibly();
            }
        }
        PROCESSES.remove(process);
    }

    private static boolean ended(ProcessHandle process, Duration within) {
        try {
            process.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (java.util.concurrent.ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// A folder that [#remove] or the end of the bench removes.
    public static Path folder(String name) throws IOException {
        var folder = Files.createTempDirectory("hotline-bench-" + name + "-");
        FOLDERS.add(folder);
        return folder;
    }

    /// Removes it with all that is in it.
    public static void remove(Path folder) {
        try {
            if (Files.exists(folder)) {
                Files.walkFileTree(folder, new Removal());
            }
            FOLDERS.remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void endAll() {
        List.copyOf(PROCESSES).parallelStream().forEach(process -> end(process, GRACE_AT_EXIT));
        List.copyOf(FOLDERS).forEach(Children::remove);
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            // Gone since it was listed.
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @org.jspecify.annotations.Nullable IOException failure)
                throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
