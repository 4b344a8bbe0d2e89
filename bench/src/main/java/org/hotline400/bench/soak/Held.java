package org.hotline400.bench.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hotline400.bench.BenchFailedException;

/// What a process holds at a moment (`/proc`).
///
/// @param seconds since the measuring began
/// @param files descriptors, sockets among them
/// @param mediaSockets UDP sockets for audio
record Held(double seconds, long rssKilobytes, int threads, int files, int mediaSockets) {

    static Held by(long pid, double seconds, int mediaSockets) {
        var process = Path.of("/proc", Long.toString(pid));
        try (var files = Files.list(process.resolve("fd"))) {
            var status = Files.readString(process.resolve("status"));
            return new Held(
                    seconds, field(status, "VmRSS"), (int) field(status, "Threads"), (int) files.count(), mediaSockets);
        } catch (IOException e) {
            throw new BenchFailedException("the platform's process cannot be looked at: " + e.getMessage());
        }
    }

    static long field(String status, String name) {
        return status.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("/proc/PID/status has no " + name));
    }

    String text() {
        return "RSS %d MB, %d threads, %d descriptors, %d media sockets"
                .formatted(rssKilobytes / 1024, threads, files, mediaSockets);
    }
}
