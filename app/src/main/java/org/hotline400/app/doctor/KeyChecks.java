package org.hotline400.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The master key: whether it is there, and nobody else's to read.
final class KeyChecks {
    private static final String PART = "Master key";
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private KeyChecks() {}

    /// @param variable the value of `HOTLINE_MASTER_KEY`, null when it is not set
    static Finding masterKey(Path data, @Nullable String variable) {
        Path folder = data.resolve("keys");
        try {
            Optional<Path> open =
                    files(folder).stream().filter(file -> !isPrivate(file)).findFirst();
            if (open.isPresent()) {
                return Finding.fail(PART, open.get() + " can be read by others", "chmod 600 " + open.get());
            }
        } catch (IOException e) {
            return Finding.fail(PART, folder + " cannot be read: " + e.getMessage(), "chmod 700 " + folder);
        }
        if (variable != null) {
            return Finding.ok(PART, "in the environment variable HOTLINE_MASTER_KEY");
        }
        Path file = folder.resolve("master.key");
        if (Files.notExists(file) && Files.exists(data.resolve("postgres"))) {
            return Finding.fail(
                    PART,
                    file + " is missing, but there is a database",
                    "bring it back from a backup, or set HOTLINE_MASTER_KEY");
        }
        return Files.notExists(file)
                ? Finding.ok(PART, file + " (will be made)")
                : Files.exists(folder.resolve("master.new"))
                        ? Finding.warn(PART, "a rotation was begun and not ended", "./hotline keys rotate")
                        : Finding.ok(PART, file + ", read by its owner only");
    }

    private static List<Path> files(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.getFileName().toString().startsWith("master."))
                    .toList();
        }
    }

    private static boolean isPrivate(Path file) {
        try {
            return OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            return false;
        }
    }
}
