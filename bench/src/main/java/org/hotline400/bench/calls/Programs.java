package org.hotline400.bench.calls;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/// Programs of others.
final class Programs {
    private Programs() {}

    static boolean isOnPath(String program) {
        for (var folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
