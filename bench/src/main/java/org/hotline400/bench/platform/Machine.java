package org.hotline400.bench.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Where was measured, and what.
///
/// @param cpu model
/// @param cores that this process may use
/// @param memoryGigabytes of the machine
/// @param kernel name and release
/// @param jdk version and vendor
/// @param commit of the repository, with `-dirty` when files were changed; `unknown` outside a clone
public record Machine(String cpu, int cores, long memoryGigabytes, String kernel, String jdk, String commit) {
    private static final int SECONDS = 10;

    public static Machine here() {
        return new Machine(
                field("/proc/cpuinfo", "model name", "unknown CPU"),
                Runtime.getRuntime().availableProcessors(),
                Math.round(kilobytes(field("/proc/meminfo", "MemTotal", "0")) / 1048576.0),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Runtime.version() + " " + System.getProperty("java.vendor"),
                describeCommit());
    }

    /// In one line.
    public String text() {
        return cpu + ", " + cores + " cores, " + memoryGigabytes + " GB, " + kernel + ", JDK " + jdk;
    }

    private static long kilobytes(String text) {
        return Long.parseLong(text.replace("kB", "").strip());
    }

    private static String field(String file, String name, String otherwise) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException e) {
            return otherwise;
        }
    }

    private static String describeCommit() {
        try {
            var git = new ProcessBuilder(List.of(
                            "git",
                            "-C",
                            HomeFolder.path().toString(),
                            "describe",
                            "--always",
                            "--dirty",
                            "--abbrev=12",
                            "--exclude=*"))
                    .redirectErrorStream(true)
                    .start();
            if (!git.waitFor(SECONDS, TimeUnit.SECONDS)) {
                git.destroyForcibly();
                return "unknown";
            }
            var text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.exitValue() == 0 ? text : "unknown";
        } catch (IOException e) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
